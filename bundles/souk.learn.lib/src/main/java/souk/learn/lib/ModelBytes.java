package souk.learn.lib;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Reads and writes the bytes of a model; the first eight name their form. */
public final class ModelBytes {
  /** Writes what follows the name. */
  @FunctionalInterface
  public interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what follows the name. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private ModelBytes() {}

  /** The bytes of a model. */
  public static byte[] write(long form, Body body) {
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
   * The model of some bytes.
   *
   * @param learner who reads
   * @param writtenBy who says to have written them
   * @throws IllegalArgumentException if the model is of another learner, or damaged
   */
  public static <T> T read(
      String learner, String writtenBy, byte[] state, long form, Reader<T> reader) {
    if (!writtenBy.equals(learner)) {
      throw new IllegalArgumentException(
          "Learner %s cannot read a model of %s.".formatted(learner, writtenBy));
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      long found = in.readLong();
      if (found != form) {
        throw new IOException("form %x where %x was expected".formatted(found, form));
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "A model of %s (%d bytes) is damaged: %s.%nMaybe it was kept by a later version."
              .formatted(learner, state.length, e.getMessage()),
          e);
    }
  }
}
