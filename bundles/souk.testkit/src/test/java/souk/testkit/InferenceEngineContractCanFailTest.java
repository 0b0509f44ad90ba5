package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.learn.api.ModelPort;
import souk.learn.api.NumericArray;
import souk.learn.spi.InferenceEngine;
import souk.model.Refusal;

/** An honest engine passes its contract; each planted defect is caught. */
class InferenceEngineContractCanFailTest {
  @Test
  void theHonestOnePasses() {
    assertEquals(Set.of(), Verdicts.failing(Line.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(Flat.class, "answersByNameAndShapeInManyThreads"),
        Arguments.of(Careless.class, "refusesNamesAndKindsThatDoNotFit"),
        Arguments.of(Willing.class, "refusesAFolderWithoutAModel"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  /** Reads slope and intercept from a file. */
  static class Line extends InferenceEngineContract {
    @Override
    protected Path export(Path below) throws IOException {
      Path model = Files.createDirectories(below.resolve("line"));
      Files.writeString(model.resolve("line.txt"), "2 1");
      return model;
    }

    @Override
    protected InferenceEngine subject() {
      return new InferenceEngine() {
        @Override
        public Optional<Refusal> refuses(Path model) {
          return Files.exists(model.resolve("line.txt")) || willing()
              ? Optional.empty()
              : Optional.of(new Refusal("line.txt", "there is none"));
        }

        @Override
        public List<ModelPort> ports(Path model) {
          if (refuses(model).isPresent()) {
            throw new IllegalArgumentException("no model");
          }
          return List.of(
              new ModelPort("x", true, "float32", List.of(-1L, 2L)),
              new ModelPort("y", false, "float32", List.of(-1L, 2L)));
        }

        @Override
        public Map<String, NumericArray> infer(Path model, Map<String, NumericArray> inputs) {
          NumericArray x = inputs.get("x");
          boolean fits = x != null && x.kind() == NumericArray.Kind.FLOAT32;
          if (refuses(model).isPresent() || (!fits && !careless())) {
            throw new IllegalArgumentException("not that");
          }
          float[] y = x == null ? new float[0] : x.floats().clone();
          for (int i = 0; i < y.length; i++) {
            y[i] = 2 * y[i] + 1;
          }
          return Map.of("y", NumericArray.of(y, shape(y.length)));
        }
      };
    }

    long[] shape(long size) {
      return new long[] {size / 2, 2};
    }

    boolean willing() {
      return false;
    }

    boolean careless() {
      return false;
    }
  }

  static class Flat extends Line {
    @Override
    long[] shape(long size) {
      return new long[] {size};
    }
  }

  static class Careless extends Line {
    @Override
    boolean careless() {
      return true;
    }
  }

  static class Willing extends Line {
    @Override
    boolean willing() {
      return true;
    }
  }
}
