package souk.it.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import souk.it.bench.sequences.SequenceProbe;
import souk.it.harness.Platform;

/**
 * A network over sequences: trained in a process of its own, served inside the platform, its
 * training killed, its provider exchanged while it is asked.
 */
final class LstmBench {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> CLASSES =
      List.of("SequenceProbe", "Measurement", "Measurement$Ask", "Waves");

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
    Path folder = Files.createTempDirectory("souk-bench-lstm");
    Properties seen;
    try (Platform platform =
        Platform.start(
            folder, "-Dsouk.deploy.pollMillis=200 -Dsouk.tensorflow.natives=" + natives)) {
      platform.drop(probe(folder), "probe.jar");
      Path file = platform.data().resolve(SequenceProbe.FIGURES);
      Platform.await("the figures", LIMIT, () -> Files.exists(file), there -> there);
      seen = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        seen.load(reader);
      }
    }
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

  private static Path probe(Path folder) throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "souk.it.sequences");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", SequenceProbe.class.getName());
    main.putValue(
        "Import-Package",
        "org.osgi.framework,org.osgi.framework.wiring,souk.kernel.api,souk.learn.api,souk.learn.spi,"
            + "souk.model,ai.djl.engine");
    Path jar = folder.resolve("souk.it.sequences.jar");
    String home = SequenceProbe.class.getPackageName().replace('.', '/') + "/";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (String name : CLASSES) {
        String entry = home + name + ".class";
        out.putNextEntry(new ZipEntry(entry));
        try (InputStream bytes = LstmBench.class.getClassLoader().getResourceAsStream(entry)) {
          bytes.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }
}
