package souk.it.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import souk.it.harness.Platform;

/** A bundle of the distribution as its next version. */
final class NextVersion {
  private NextVersion() {}

  /** {@code 0.2.0-SNAPSHOT} becomes {@code 0.2.1}. */
  static String of(String version) {
    String[] parts = version.split("[.-]", -1);
    return parts[0] + "." + parts[1] + "." + (Integer.parseInt(parts[2]) + 1);
  }

  static Path jar(String id, Path next) throws IOException {
    String[] parts = id.split(":", -1);
    Path jar =
        Platform.HOME
            .resolve("repository")
            .resolve(parts[0].replace('.', '/'))
            .resolve(parts[1])
            .resolve(parts[2])
            .resolve(parts[1] + "-" + parts[2] + ".jar");
    try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
      Manifest manifest = new Manifest(in.getManifest());
      manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), of(parts[2]));
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(next), manifest)) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          out.putNextEntry(new JarEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return next;
  }
}
