package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.learn.api.ModelPort;
import souk.learn.api.NumericArray;
import souk.learn.spi.InferenceEngine;

/** What every {@link InferenceEngine} must keep. Extend it, name your engine and export a model. */
public abstract class InferenceEngineContract {
  /** The engine under test. */
  protected abstract InferenceEngine subject();

  /**
   * Exports a model that takes {@code x}, figures of rows × 2, and gives {@code y} = 2·x + 1 of the
   * same shape; returns its folder, below this one.
   */
  protected abstract Path export(Path below) throws IOException;

  /** Why there is no engine here, so that only refusals can be tried; or empty. */
  protected String engineMissing() {
    return "";
  }

  @Test
  void answersByNameAndShapeInManyThreads(@TempDir Path folder) throws IOException {
    assumeTrue(engineMissing().isEmpty(), engineMissing());
    Path model = export(folder);
    InferenceEngine engine = subject();
    assertTrue(engine.refuses(model).isEmpty());
    List<String> inputs =
        engine.ports(model).stream().filter(ModelPort::input).map(ModelPort::name).toList();
    assertEquals(List.of("x"), inputs);
    float[] x = {1, 2, 3, -4, 0.5f, 0};
    List<NumericArray> answers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> engine.infer(model, Map.of("x", NumericArray.of(x, 3, 2))).get("y"))
            .toList();
    for (NumericArray y : answers) {
      assertArrayEquals(new long[] {3, 2}, y.shape());
      assertArrayEquals(new float[] {3, 5, 7, -7, 2, 1}, y.floats(), 1e-6f);
    }
    assertArrayEquals(new float[] {1, 2, 3, -4, 0.5f, 0}, x);
  }

  @Test
  void refusesNamesAndKindsThatDoNotFit(@TempDir Path folder) throws IOException {
    assumeTrue(engineMissing().isEmpty(), engineMissing());
    Path model = export(folder);
    for (Map<String, NumericArray> wrong :
        List.<Map<String, NumericArray>>of(
            Map.of(),
            Map.of("z", NumericArray.of(new float[2], 1, 2)),
            Map.of("x", NumericArray.ofWhole(NumericArray.Kind.INT64, new long[2], 1, 2)))) {
      assertThrows(IllegalArgumentException.class, () -> subject().infer(model, wrong));
    }
  }

  @Test
  void refusesAFolderWithoutAModel(@TempDir Path folder) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertTrue(subject().refuses(empty).isPresent());
    assertThrows(IllegalArgumentException.class, () -> subject().ports(empty));
    assertThrows(IllegalArgumentException.class, () -> subject().infer(empty, Map.of()));
  }
}
