package souk.learn.tensorflow.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Packed;

/**
 * What the training process is to do, as a file.
 *
 * @param plan of the network
 * @param settings of the descent
 * @param start SavedModel whose body is the start; no bytes for none
 * @param mean of each feature of the training rows
 * @param factor 1 / deviation of each feature
 * @param target mean and deviation of the target
 * @param training what is learned from
 * @param validation what is judged after each epoch
 * @param compared rows whose answers are told, as the finished model will read them
 */
public record Order(
    NetworkPlan plan,
    Settings settings,
    byte[] start,
    float[] mean,
    float[] factor,
    float[] target,
    Packed training,
    Packed validation,
    Packed compared) {
  private static final long FORM = 0x534b5446_4f524431L;

  /**
   * How the network is trained.
   *
   * @param epochs most
   * @param batch rows of one step of descent
   * @param learningRate of Adam
   * @param dropout share
   * @param patience epochs without a better loss on the validation rows; 0 never stops
   * @param clip largest norm of the gradient; 0 does not clip
   * @param frozen true if only the head is trained
   * @param seed of weights, order and dropout
   * @param threads most
   */
  public record Settings(
      int epochs,
      int batch,
      float learningRate,
      float dropout,
      int patience,
      float clip,
      boolean frozen,
      long seed,
      int threads) {
    public Settings {
      within("epochs", epochs, 1, 100_000);
      within("batch", batch, 1, 1 << 20);
      within("learningRate", learningRate, 1e-9f, 10);
      within("dropout", dropout, 0, 0.95f);
      within("patience", patience, 0, 100_000);
      within("clip", clip, 0, 1e9f);
    }

    private static void within(String name, float value, float least, float most) {
      if (!(value >= least && value <= most)) {
        throw new IllegalArgumentException(
            "Option %s is %s, but must lie in [%s, %s].".formatted(name, value, least, most));
      }
    }
  }

  public void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeLong(FORM);
      plan.write(out);
      out.writeInt(settings.epochs());
      out.writeInt(settings.batch());
      out.writeFloat(settings.learningRate());
      out.writeFloat(settings.dropout());
      out.writeInt(settings.patience());
      out.writeFloat(settings.clip());
      out.writeBoolean(settings.frozen());
      out.writeLong(settings.seed());
      out.writeInt(settings.threads());
      out.writeInt(start.length);
      out.write(start);
      for (float[] scale : new float[][] {mean, factor, target}) {
        out.writeInt(scale.length);
        for (float value : scale) {
          out.writeFloat(value);
        }
      }
      training.write(out);
      validation.write(out);
      compared.write(out);
    }
  }

  public static Order read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readLong() != FORM) {
        throw new IOException(file + " is no order of this version");
      }
      NetworkPlan plan = NetworkPlan.read(in);
      Settings settings =
          new Settings(
              in.readInt(),
              in.readInt(),
              in.readFloat(),
              in.readFloat(),
              in.readInt(),
              in.readFloat(),
              in.readBoolean(),
              in.readLong(),
              in.readInt());
      byte[] start = in.readNBytes(in.readInt());
      return new Order(
          plan,
          settings,
          start,
          scale(in),
          scale(in),
          scale(in),
          Packed.read(in),
          Packed.read(in),
          Packed.read(in));
    }
  }

  private static float[] scale(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
