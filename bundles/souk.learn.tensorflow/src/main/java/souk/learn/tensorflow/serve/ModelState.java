package souk.learn.tensorflow.serve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.train.SavedModelFile;

/**
 * A learned network as bytes: form, plan, SavedModel.
 *
 * @param plan its form
 * @param savedModel its weights, as TensorFlow keeps them
 */
public record ModelState(NetworkPlan plan, byte[] savedModel) {
  private static final long FORM = 0x534b5446_4d4f4431L;

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(savedModel.length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(FORM);
      plan.write(out);
      out.writeInt(savedModel.length);
      out.write(savedModel);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException if the bytes are not what was written
   */
  public static ModelState of(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (bytes.length < Long.BYTES || in.readLong() != FORM) {
        throw new IOException("it is of a form that this version does not know");
      }
      NetworkPlan plan = NetworkPlan.read(in);
      int length = in.readInt();
      byte[] savedModel = in.readNBytes(Math.max(0, length));
      if (savedModel.length != length) {
        throw new IOException(
            "%d of %d bytes of its network are there".formatted(savedModel.length, length));
      }
      return new ModelState(plan, savedModel);
    }
  }

  void check(String signature) {
    boolean next = plan.goal() == NetworkPlan.Aim.NEXT;
    if ((next && signature.equals(SavedModelFile.SCORE))
        || (!next && signature.equals(SavedModelFile.NEXT))) {
      throw new IllegalArgumentException(
          "A model that learned %s does not answer %s.".formatted(plan.goal(), signature));
    }
  }
}
