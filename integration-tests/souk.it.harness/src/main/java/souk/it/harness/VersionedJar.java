package souk.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The stranger's bundle as another version: bundle version and strategy version become 1.0.n. */
public final class VersionedJar {
  private VersionedJar() {}

  public static Path of(Path jar, Path folder, int version) throws IOException {
    return of(jar, folder, version, version);
  }

  /** The same strategy version in a bundle of another version, for updates in place. */
  public static Path of(Path jar, Path folder, int strategy, int bundle) throws IOException {
    return of(jar, folder, strategy, bundle, Map.of());
  }

  /** With other headers, for bundles that do not start. */
  public static Path of(
      Path jar, Path folder, int strategy, int bundle, Map<String, String> headers)
      throws IOException {
    Path result = folder.resolve("addon-1.0." + bundle + ".jar.built");
    String strategyVersion = "1.0." + strategy;
    try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
      Manifest manifest = new Manifest(in.getManifest());
      manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), "1.0." + bundle);
      headers.forEach(manifest.getMainAttributes()::putValue);
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(result), manifest)) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          byte[] content = in.readAllBytes();
          if (entry.getName().startsWith("OSGI-INF/") && entry.getName().endsWith(".xml")) {
            content =
                new String(content, StandardCharsets.UTF_8)
                    .replace("value=\"1.0.0\"", "value=\"" + strategyVersion + "\"")
                    .getBytes(StandardCharsets.UTF_8);
          }
          out.putNextEntry(new JarEntry(entry.getName()));
          out.write(content);
        }
      }
    }
    return result;
  }
}
