package souk.planted.lib;

import java.time.Instant;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.planted.api.PlantedService;

/** Violates: a library with a logger, a clock, chance without a seed, and a contract. */
public final class PlantedMathematics {
  private static final Logger LOG = LoggerFactory.getLogger(PlantedMathematics.class);

  public double guess(PlantedService service) {
    LOG.info("{} {}", service, Instant.now());
    return new Random().nextDouble();
  }
}
