package souk.learn.tensorflow.net;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Rows of one length, padded, side by side. Not copied.
 *
 * @param rows how many
 * @param figures rows × steps × features; empty for tokens
 * @param tokens rows × steps × fields; empty for figures
 * @param mask rows × steps: 1 for a step, 0 for padding
 * @param target one per row, or empty
 */
public record Packed(int rows, float[] figures, int[] tokens, float[] mask, float[] target) {

  /** Packs rows; of longer ones the last steps are read. One of the two arrays is empty. */
  public static Packed of(
      NetworkPlan plan, float[][][] figures, int[][][] tokens, double[] target) {
    int rows = plan.tokens() ? tokens.length : figures.length;
    int steps = plan.steps();
    int width = plan.width();
    float[] allFigures = new float[plan.tokens() ? 0 : Math.multiplyExact(rows * steps, width)];
    int[] allTokens = new int[plan.tokens() ? Math.multiplyExact(rows * steps, width) : 0];
    float[] mask = new float[rows * steps];
    float[] targets = new float[target.length];
    for (int r = 0; r < rows; r++) {
      int there = plan.tokens() ? tokens[r].length : figures[r].length;
      int read = Math.min(there, steps);
      int place = r * steps + (plan.padsInFront() ? steps - read : 0);
      for (int t = 0; t < read; t++) {
        if (plan.tokens()) {
          System.arraycopy(tokens[r][there - read + t], 0, allTokens, (place + t) * width, width);
        } else {
          System.arraycopy(figures[r][there - read + t], 0, allFigures, (place + t) * width, width);
        }
        mask[place + t] = 1;
      }
    }
    for (int r = 0; r < targets.length; r++) {
      targets[r] = (float) target[r];
    }
    return new Packed(rows, allFigures, allTokens, mask, targets);
  }

  /** Some of the rows, in that order. */
  public Packed some(NetworkPlan plan, int[] order, int from, int until) {
    int count = until - from;
    int cells = plan.steps() * plan.width();
    float[] someFigures = new float[figures.length == 0 ? 0 : count * cells];
    int[] someTokens = new int[tokens.length == 0 ? 0 : count * cells];
    float[] someMask = new float[count * plan.steps()];
    float[] someTarget = new float[target.length == 0 ? 0 : count];
    for (int i = 0; i < count; i++) {
      int r = order[from + i];
      if (figures.length > 0) {
        System.arraycopy(figures, r * cells, someFigures, i * cells, cells);
      } else {
        System.arraycopy(tokens, r * cells, someTokens, i * cells, cells);
      }
      System.arraycopy(mask, r * plan.steps(), someMask, i * plan.steps(), plan.steps());
      if (target.length > 0) {
        someTarget[i] = target[r];
      }
    }
    return new Packed(count, someFigures, someTokens, someMask, someTarget);
  }

  /** Writes the rows. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(rows);
    floats(out, figures);
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * tokens.length);
    bytes.asIntBuffer().put(tokens);
    out.writeInt(tokens.length);
    out.write(bytes.array());
    floats(out, mask);
    floats(out, target);
  }

  /** Reads what was written. */
  public static Packed read(DataInputStream in) throws IOException {
    int rows = in.readInt();
    float[] figures = floats(in);
    int[] tokens = new int[in.readInt()];
    byte[] bytes = new byte[Integer.BYTES * tokens.length];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asIntBuffer().get(tokens);
    return new Packed(rows, figures, tokens, floats(in), floats(in));
  }

  static void floats(DataOutput out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  static float[] floats(DataInput in) throws IOException {
    float[] values = new float[in.readInt()];
    byte[] bytes = new byte[Float.BYTES * values.length];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
