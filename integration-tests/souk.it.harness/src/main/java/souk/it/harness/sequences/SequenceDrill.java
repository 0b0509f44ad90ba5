package souk.it.harness.sequences;

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
import souk.it.harness.Platform;

/**
 * Has a bundle of ours learn and ask inside a running platform, kill a training and exchange the
 * provider, and reads what it saw.
 */
public final class SequenceDrill {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> CLASSES =
      List.of("SequenceProbe", "Measurement", "Measurement$Ask", "Waves");

  private SequenceDrill() {}

  /**
   * @param natives folder of TensorFlow's native library
   * @param work what is done, such as {@code rows=20000 epochs=3 calls=5000}
   */
  public static Properties run(Path folder, Path natives, String work) throws Exception {
    try (Platform platform =
        Platform.start(
            folder, "-Dsouk.deploy.pollMillis=200 -Dsouk.tensorflow.natives=" + natives)) {
      platform.drop(bundle(folder, work), "probe.jar");
      Path file = platform.data().resolve(SequenceProbe.FIGURES);
      Platform.await("the figures", LIMIT, () -> Files.exists(file), there -> there);
      Properties seen = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        seen.load(reader);
      }
      return seen;
    }
  }

  private static Path bundle(Path folder, String work) throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "souk.it.sequences");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", SequenceProbe.class.getName());
    main.putValue(SequenceProbe.WORK, work);
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
        try (InputStream bytes = SequenceDrill.class.getClassLoader().getResourceAsStream(entry)) {
          bytes.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }
}
