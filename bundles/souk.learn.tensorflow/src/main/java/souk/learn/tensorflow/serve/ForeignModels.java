package souk.learn.tensorflow.serve;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import souk.learn.api.NumericArray;

/** SavedModels that were exported elsewhere, loaded by DJL. Safe for use by many threads. */
public final class ForeignModels implements AutoCloseable {
  private final Path natives;
  private final Shelf<Loaded> shelf;

  /**
   * A model with what it takes.
   *
   * @param model as DJL has it
   * @param signature what it takes and gives
   */
  private record Loaded(Model model, SavedModelSignature signature) {}

  public ForeignModels(Path natives, int most) {
    this.natives = natives;
    this.shelf = new Shelf<>(new LinkedHashMap<>(), most, loaded -> loaded.model().close());
  }

  /** Answers by name. */
  public Map<String, NumericArray> infer(Path folder, Map<String, NumericArray> inputs)
      throws IOException {
    return shelf.use(folder, () -> load(folder), loaded -> answer(loaded, inputs));
  }

  private Loaded load(Path folder) throws IOException {
    SavedModelSignature signature = SavedModelSignature.of(folder);
    Model model = Engines.tensorflow(natives).newModel("souk", null);
    try {
      model.load(
          folder,
          "saved_model",
          Map.of(
              "Tags",
              new String[] {SavedModelSignature.SERVE},
              "SignatureDefKey",
              SavedModelSignature.SERVING));
      return new Loaded(model, signature);
    } catch (MalformedModelException e) {
      model.close();
      throw new IOException("it cannot be read by the engine: " + e.getMessage(), e);
    }
  }

  private static Map<String, NumericArray> answer(Loaded loaded, Map<String, NumericArray> inputs) {
    try (NDManager manager = loaded.model().getNDManager().newSubManager()) {
      NDList list = new NDList();
      loaded
          .signature()
          .inputs()
          .forEach(
              (name, info) -> {
                NumericArray given = inputs.get(name);
                String kind = SavedModelSignature.kind(info.getDtype());
                if (given == null || !given.kind().name().toLowerCase(Locale.ROOT).equals(kind)) {
                  throw new IllegalArgumentException(
                      "The model takes %s of %s, but got %s.%nMaybe the inputs %s are named otherwise."
                          .formatted(
                              name,
                              kind,
                              given == null ? "nothing" : given.kind(),
                              inputs.keySet()));
                }
                NDArray array = array(manager, given);
                array.setName(name);
                list.add(array);
              });
      if (list.size() != inputs.size()) {
        throw new IllegalArgumentException(
            "The model takes %s, but got %s."
                .formatted(loaded.signature().inputs().keySet(), inputs.keySet()));
      }
      NDList answers =
          loaded.model().getBlock().forward(new ParameterStore(manager, false), list, false);
      Map<String, NumericArray> named = new LinkedHashMap<>();
      for (NDArray answer : answers) {
        named.put(answer.getName(), numbers(answer));
      }
      return named;
    }
  }

  private static NDArray array(NDManager manager, NumericArray given) {
    Shape shape = new Shape(given.shape());
    return switch (given.kind()) {
      case FLOAT32 -> manager.create(given.floats(), shape);
      case INT64 -> manager.create(given.wholes(), shape);
      case INT32 ->
          manager.create(Arrays.stream(given.wholes()).mapToInt(Math::toIntExact).toArray(), shape);
    };
  }

  private static NumericArray numbers(NDArray answer) {
    long[] shape = answer.getShape().getShape();
    if (answer.getDataType() == DataType.FLOAT32) {
      return NumericArray.of(answer.toFloatArray(), shape);
    }
    if (answer.getDataType() == DataType.INT64) {
      return NumericArray.ofWhole(NumericArray.Kind.INT64, answer.toLongArray(), shape);
    }
    if (answer.getDataType() == DataType.INT32) {
      return NumericArray.ofWhole(
          NumericArray.Kind.INT32,
          Arrays.stream(answer.toIntArray()).asLongStream().toArray(),
          shape);
    }
    throw new IllegalArgumentException(
        "The model gives %s of %s, which no array of ours holds."
            .formatted(answer.getName(), answer.getDataType()));
  }

  @Override
  public void close() {
    shelf.close();
  }
}
