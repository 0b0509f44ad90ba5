package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import souk.it.harness.sequences.SequenceDrill;

/**
 * A network over sequences: trained in a process of its own, served inside the platform, its
 * training killed, its provider exchanged while it is asked.
 */
final class LstmBench {
  private LstmBench() {}

  static Result run(Arguments options) throws Exception {
    Path natives =
        Path.of(
            options.text(
                "natives",
                Path.of(System.getProperty("souk.root"))
                    .resolve("bundles/souk.wrap.tensorflow/target/natives/tensorflow")
                    .toString()));
    if (!Files.isDirectory(natives)) {
      throw new IllegalStateException(
          "TensorFlow's native library is not in %s.%nMaybe this is not Linux on x86-64; name its folder by --natives."
              .formatted(natives));
    }
    Properties seen =
        SequenceDrill.run(
            Files.createTempDirectory("souk-bench-lstm"),
            natives,
            "rows=20000 epochs=3 calls=5000");
    seen.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> System.out.printf("%-18s %s%n", name, seen.getProperty(name)));
    return result(seen);
  }

  private static Result result(Properties seen) {
    if (seen.containsKey("failed")) {
      throw new IllegalStateException(seen.getProperty("failed"));
    }
    double points = value(seen, "curvePoints");
    return new Result("lstm")
        .with("seconds", value(seen, "seconds"), 2)
        .with("maxDiff", seen.getProperty("maxDiff"))
        .with("p50Millis", value(seen, "p50Millis"), 3)
        .with("descentSeconds", value(seen, "descentSeconds"), 2)
        .with("routedP50Millis", value(seen, "routedP50Millis"), 3)
        .with("refreshFailed", (long) value(seen, "refreshFailed"))
        .with("refreshCalls", (long) value(seen, "refreshCalls"))
        .with("engineStartMillis", value(seen, "engineStartMillis"), 1)
        .with("mapped", (long) value(seen, "mappedAfter"))
        .require(value(seen, "seconds") <= 10, "seconds <= 10")
        .require(value(seen, "maxDiff") <= 1e-6, "maxDiff <= 1e-6")
        .require(value(seen, "p50Millis") <= 0.5, "p50Millis <= 0.5")
        .require(
            points >= 2 && seen.getProperty("killed").contains("killed"),
            "a killed training says so")
        .require(value(seen, "answersAfterKill") == 1, "answers after a training was killed")
        .require(value(seen, "refreshFailed") == 0, "no failed call while the provider changes")
        .require(
            value(seen, "mappedBefore") == 1 && value(seen, "mappedAfter") == 1,
            "the native library is mapped once");
  }

  private static double value(Properties seen, String name) {
    return Double.parseDouble(seen.getProperty(name));
  }
}
