package souk.learn.tensorflow.net;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The form of a network; everything but its weights.
 *
 * @param kind how steps are read
 * @param goal what is learned
 * @param width features or fields of a step
 * @param vocabulary tokens of each field; empty for figures
 * @param nextFields fields whose next token is learned
 * @param hidden width of the layers and of what it knows after the last step
 * @param layers layers of that width
 * @param heads of attention
 * @param kernel steps of a convolution
 * @param steps most steps of a row
 */
public record NetworkPlan(
    Kind kind,
    Aim goal,
    int width,
    int[] vocabulary,
    int[] nextFields,
    int hidden,
    int layers,
    int heads,
    int kernel,
    int steps) {
  /** How steps are read. */
  public enum Kind {
    MLP,
    LSTM,
    GRU,
    TEMPORAL_CNN,
    TRANSFORMER
  }

  /** What is learned. */
  public enum Aim {
    REAL,
    BINARY,
    NEXT
  }

  public NetworkPlan {
    positive("hidden", hidden);
    positive("layers", layers);
    positive("heads", heads);
    positive("kernel", kernel);
    positive("steps", steps);
    positive("width", width);
    if (kind == Kind.TRANSFORMER && hidden % heads != 0) {
      throw new IllegalArgumentException(
          "The width of the layers (hidden %d) must be a multiple of heads (%d)."
              .formatted(hidden, heads));
    }
    for (int field : nextFields) {
      if (aim(goal) && (field < 0 || field >= vocabulary.length)) {
        throw new IllegalArgumentException(
            "Field %d is to be learned, but steps have %d fields."
                .formatted(field, vocabulary.length));
      }
    }
  }

  private static boolean aim(Aim goal) {
    return goal == Aim.NEXT;
  }

  private static void positive(String name, int value) {
    if (value < 1 || value > 1 << 20) {
      throw new IllegalArgumentException(
          "Option %s is %d, but must lie in [1, 1048576].".formatted(name, value));
    }
  }

  public boolean tokens() {
    return vocabulary.length > 0;
  }

  /**
   * The form in which it learns: where the next step is learned, one step more, so that every step
   * that it can be asked at has learned one. No weight depends on the number of steps there.
   */
  public NetworkPlan learning() {
    return goal == Aim.NEXT
        ? new NetworkPlan(
            kind, goal, width, vocabulary, nextFields, hidden, layers, heads, kernel, steps + 1)
        : this;
  }

  /** True if padding stands before the steps, so that the last one keeps its place. */
  public boolean padsInFront() {
    return kind == Kind.MLP;
  }

  /** True if what reads the steps has the same form, so that its weights can be taken over. */
  public boolean readsLike(NetworkPlan other) {
    return kind == other.kind
        && width == other.width
        && java.util.Arrays.equals(vocabulary, other.vocabulary)
        && hidden == other.hidden
        && layers == other.layers
        && heads == other.heads
        && kernel == other.kernel
        && (kind != Kind.MLP || steps == other.steps);
  }

  public void write(DataOutput out) throws IOException {
    out.writeUTF(kind.name());
    out.writeUTF(goal.name());
    out.writeInt(width);
    ints(out, vocabulary);
    ints(out, nextFields);
    for (int value : new int[] {hidden, layers, heads, kernel, steps}) {
      out.writeInt(value);
    }
  }

  public static NetworkPlan read(DataInput in) throws IOException {
    return new NetworkPlan(
        Kind.valueOf(in.readUTF()),
        Aim.valueOf(in.readUTF()),
        in.readInt(),
        ints(in),
        ints(in),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt());
  }

  private static void ints(DataOutput out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] ints(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > 1 << 16) {
      throw new IOException("a list of %d is not what was written".formatted(length));
    }
    int[] values = new int[length];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
