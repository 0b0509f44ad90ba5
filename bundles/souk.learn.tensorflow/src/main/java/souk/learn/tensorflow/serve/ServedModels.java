package souk.learn.tensorflow.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.net.Packed;

/** Models that answered lately, loaded. Safe for use by many threads. */
public final class ServedModels implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 512;

  private final Path natives;
  private final Path scratch;
  private final Shelf<Loaded> shelf;

  /** Reads a model's own form. */
  public interface Reader {
    ModelState read() throws IOException;
  }

  /** What asks a model once its form is known. */
  public interface Asked {
    Packed rows(NetworkPlan plan);
  }

  /** A model and one engine per kind of answer. */
  private static final class Loaded {
    private final ModelState state;
    private final Map<String, Served> bySignature = new LinkedHashMap<>();

    private Loaded(ModelState state) {
      this.state = state;
    }

    private synchronized Served served(Path natives, Path scratch, String signature)
        throws IOException {
      state.check(signature);
      Served there = bySignature.get(signature);
      if (there == null) {
        there = Served.load(natives, scratch, state.plan(), state.savedModel(), signature);
        bySignature.put(signature, there);
      }
      return there;
    }

    private synchronized void close() {
      bySignature.values().forEach(Served::close);
      bySignature.clear();
    }
  }

  /**
   * @param natives folder of the native library
   * @param scratch where models lie for a moment while they are loaded
   * @param most models kept
   */
  public ServedModels(Path natives, Path scratch, int most) {
    this.natives = natives;
    this.scratch = scratch;
    this.shelf = new Shelf<>(new IdentityHashMap<>(), most, Loaded::close);
  }

  /**
   * Answers rows × width.
   *
   * @param key the model; the same object is the same model
   */
  public float[][] answer(Object key, Reader reader, String signature, Asked asked)
      throws IOException {
    return shelf.use(
        key,
        () -> new Loaded(reader.read()),
        model ->
            answers(
                model.served(natives, scratch, signature),
                model.state.plan(),
                asked.rows(model.state.plan())));
  }

  private static float[][] answers(Served served, NetworkPlan plan, Packed rows) {
    float[][] answers = new float[rows.rows()][];
    if (rows.rows() <= ROWS_AT_ONCE) {
      spread(rows.rows() == 0 ? new float[0] : served.answer(rows), answers, 0, rows.rows());
      return answers;
    }
    int[] all = IntStream.range(0, rows.rows()).toArray();
    for (int from = 0; from < all.length; from += ROWS_AT_ONCE) {
      int until = Math.min(all.length, from + ROWS_AT_ONCE);
      spread(served.answer(rows.some(plan, all, from, until)), answers, from, until);
    }
    return answers;
  }

  private static void spread(float[] flat, float[][] answers, int from, int until) {
    int width = until == from ? 0 : flat.length / (until - from);
    for (int r = from; r < until; r++) {
      answers[r] = Arrays.copyOfRange(flat, (r - from) * width, (r - from + 1) * width);
    }
  }

  /** Puts a model away. */
  public void forget(Object key) {
    shelf.forget(key);
  }

  @Override
  public void close() {
    shelf.close();
  }
}
