package souk.demand.lib.pooled;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.numeric.lib.boost.BoostedTrees;

/**
 * What a pooled model has learned, apart from the panel: trees, scale and quantiles. It can be
 * written as bytes and used later on a panel with the same features. Immutable.
 */
public final class PooledFit {
  private static final int FORM = 0x50460001;

  private final List<String> features;
  private final boolean drivers;
  private final double scale;
  private final BoostedTrees trees;
  private final Calibration calibration;

  PooledFit(
      List<String> features,
      boolean drivers,
      double scale,
      BoostedTrees trees,
      Calibration calibration) {
    this.features = List.copyOf(features);
    this.drivers = drivers;
    this.scale = scale;
    this.trees = trees;
    this.calibration = calibration;
  }

  /** Number of trees. */
  public int trees() {
    return trees.size();
  }

  /** Names of what the trees look at, in order. */
  public List<String> features() {
    return features;
  }

  /** WAPE on the steps that were held out while the number of trees was chosen. */
  public double heldOutError() {
    return calibration.error();
  }

  boolean drivers() {
    return drivers;
  }

  double scale() {
    return scale;
  }

  BoostedTrees boosted() {
    return trees;
  }

  Calibration calibration() {
    return calibration;
  }

  /** The same fit for {@link #of}. */
  public byte[] bytes() {
    byte[] names = String.join("\n", features).getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            3 * Integer.BYTES
                + names.length
                + 1
                + Double.BYTES
                + trees.bytes()
                + calibration.bytes());
    out.putInt(FORM).putInt(features.size()).putInt(names.length).put(names);
    out.put((byte) (drivers ? 1 : 0)).putDouble(scale);
    trees.write(out);
    calibration.write(out);
    return out.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are no fit; says what is wrong
   */
  public static PooledFit of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int form = in.getInt();
      int count = in.getInt();
      int length = in.getInt();
      if (form != FORM || length < 0 || length > in.remaining()) {
        throw new IllegalArgumentException("form %x, %d bytes of names".formatted(form, length));
      }
      byte[] text = new byte[length];
      in.get(text);
      String joined = new String(text, StandardCharsets.UTF_8);
      List<String> names = new ArrayList<>(Arrays.asList(joined.split("\n", -1)));
      boolean drivers = in.get() != 0;
      double scale = in.getDouble();
      BoostedTrees trees = BoostedTrees.read(in, names.size());
      Calibration calibration = Calibration.read(in);
      if (names.size() != count || in.hasRemaining() || !(scale > 0)) {
        throw new IllegalArgumentException(
            "%d names for %d features, scale %s, %d bytes left"
                .formatted(names.size(), count, scale, in.remaining()));
      }
      return new PooledFit(names, drivers, scale, trees, calibration);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("it ends after %d bytes".formatted(bytes.length), e);
    }
  }
}
