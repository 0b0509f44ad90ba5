package souk.planted.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import souk.planted.api.PlantedService;
import souk.planted.lib.PlantedMathematics;
import souk.planted.other.OtherProvider;

/** Violates: another provider, Java serialization, a thread-local, money in binary fractions. */
public final class PlantedEngine {
  private static final ThreadLocal<OtherProvider> OTHER = new ThreadLocal<>();
  private final double totalAmount;

  public PlantedEngine(PlantedService service) {
    PlantedMathematics mathematics = service.mathematics();
    this.totalAmount = mathematics.guess(service);
  }

  public double total() {
    return OTHER.get() == null ? totalAmount : 0;
  }

  public Object read(InputStream in) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }
}
