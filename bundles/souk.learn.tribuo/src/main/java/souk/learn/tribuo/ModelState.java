package souk.learn.tribuo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import souk.learn.api.LearnedModel;

/** Reads and writes the bytes of a model; the first eight name their form. */
final class ModelState {
  /** Writes what follows the name. */
  interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what follows the name. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private ModelState() {}

  static byte[] write(long form, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(form);
      body.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("A model could not be written: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException if the model is of another learner, or damaged
   */
  static <T> T read(LearnedModel model, String learner, long form, Reader<T> reader) {
    if (!model.learner().equals(learner)) {
      throw new IllegalArgumentException(
          "Learner %s cannot read a model of %s.".formatted(learner, model.learner()));
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(model.state()))) {
      long found = in.readLong();
      if (found != form) {
        throw new IOException("form %x where %x was expected".formatted(found, form));
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "A model of %s (%d bytes) is damaged: %s.%nMaybe it was kept by a later version."
              .formatted(learner, model.state().length, e.getMessage()),
          e);
    }
  }

  static void writeAll(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static double[] readAll(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available() / Double.BYTES) {
      throw new IOException("%d values announced, %d bytes left".formatted(length, in.available()));
    }
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
