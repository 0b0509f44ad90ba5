package souk.learn.api;

import java.util.Arrays;

/**
 * Numbers in a shape, the last side running fastest, as models of others take and give them. The
 * numbers are shared, not copied, and must not be changed by anyone. Since 1.1.0.
 */
public final class NumericArray {
  /** What the numbers are where the model lives. */
  public enum Kind {
    FLOAT32,
    INT32,
    INT64
  }

  private final Kind kind;
  private final long[] shape;
  private final float[] floats;
  private final long[] wholes;

  private NumericArray(Kind kind, long[] shape, float[] floats, long[] wholes) {
    this.kind = kind;
    this.shape = shape.clone();
    this.floats = floats;
    this.wholes = wholes;
    long size = 1;
    for (long side : shape) {
      if (side < 0) {
        throw new IllegalArgumentException(
            "A side of %s is negative.".formatted(Arrays.toString(shape)));
      }
      size = Math.multiplyExact(size, side);
    }
    int there = kind == Kind.FLOAT32 ? floats.length : wholes.length;
    if (size != there) {
      throw new IllegalArgumentException(
          "A shape of %s holds %d numbers, but there are %d."
              .formatted(Arrays.toString(shape), size, there));
    }
  }

  public static NumericArray of(float[] numbers, long... shape) {
    return new NumericArray(Kind.FLOAT32, shape, numbers, new long[0]);
  }

  /**
   * Whole numbers.
   *
   * @param kind {@link Kind#INT32} or {@link Kind#INT64}
   */
  public static NumericArray ofWhole(Kind kind, long[] numbers, long... shape) {
    if (kind == Kind.FLOAT32) {
      throw new IllegalArgumentException("Whole numbers are INT32 or INT64.");
    }
    return new NumericArray(kind, shape, new float[0], numbers);
  }

  public Kind kind() {
    return kind;
  }

  /** A copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** Empty for whole numbers. Not a copy. */
  public float[] floats() {
    return floats;
  }

  /** Empty for {@link Kind#FLOAT32}. Not a copy. */
  public long[] wholes() {
    return wholes;
  }
}
