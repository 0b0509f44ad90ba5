package souk.learn.lib;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Arrays in a model's bytes. */
public final class Bytes {
  private Bytes() {}

  /** Writes length and values. */
  public static void write(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /** Writes length and values. */
  public static void write(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if more is announced than there is
   */
  public static double[] readDoubles(DataInputStream in) throws IOException {
    double[] values = new double[length(in, Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  /** The same for whole numbers. */
  public static int[] readInts(DataInputStream in) throws IOException {
    int[] values = new int[length(in, Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  /** A length that what is left can hold. */
  public static int length(DataInputStream in, int bytesEach) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available() / bytesEach) {
      throw new IOException("%d values announced, %d bytes left".formatted(length, in.available()));
    }
    return length;
  }
}
