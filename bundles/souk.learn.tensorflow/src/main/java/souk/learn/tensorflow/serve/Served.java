package souk.learn.tensorflow.serve;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.proto.ConfigProto;
import souk.learn.tensorflow.net.Net;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Packed;

/** One kind of answer of one model, loaded by DJL. Safe for use by many threads. */
final class Served implements AutoCloseable {
  private static final String FILE = "saved_model.pb";

  private final NetworkPlan plan;
  private final Model model;
  private final Block block;

  private Served(NetworkPlan plan, Model model) {
    this.plan = plan;
    this.model = model;
    this.block = model.getBlock();
  }

  /** Loads a model; the folder is of no use afterwards. */
  static Served load(
      Path natives, Path scratch, NetworkPlan plan, byte[] savedModel, String signature)
      throws IOException {
    Files.createDirectories(scratch);
    Path folder = Files.createTempDirectory(scratch, "model");
    Path file = folder.resolve(FILE);
    try {
      Files.write(file, savedModel);
      Model model = Engines.tensorflow(natives).newModel("souk", null);
      model.load(
          folder,
          "saved_model",
          Map.of(
              "Tags", new String[] {"serve"}, "SignatureDefKey", signature, "ConfigProto", one()));
      return new Served(plan, model);
    } catch (MalformedModelException e) {
      throw new IOException("it cannot be read by the engine: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** Rows are few and come from many threads: one thread each is the fastest. */
  private static ConfigProto one() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(1)
        .setInterOpParallelismThreads(1)
        .build();
  }

  float[] answer(Packed rows) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      Shape cells = new Shape(rows.rows(), plan.steps(), plan.width());
      NDArray steps =
          plan.tokens()
              ? manager.create(rows.tokens(), cells)
              : manager.create(rows.figures(), cells);
      steps.setName(plan.tokens() ? Net.TOKENS : Net.FIGURES);
      NDArray mask = manager.create(rows.mask(), new Shape(rows.rows(), plan.steps()));
      mask.setName(Net.MASK);
      NDList answers =
          block.forward(new ParameterStore(manager, false), new NDList(steps, mask), false);
      return answers.get(0).toFloatArray();
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
