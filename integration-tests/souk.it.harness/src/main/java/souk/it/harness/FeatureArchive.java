package souk.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A feature of a stranger with its bundles, as an archive. */
public final class FeatureArchive {
  private static final String GROUP = "org.stranger";

  private final String id;
  private final Set<String> listed = new LinkedHashSet<>();
  private final Map<String, Path> jarById = new LinkedHashMap<>();

  private FeatureArchive(String id) {
    this.id = id;
  }

  public static FeatureArchive of(String name, String version) {
    return new FeatureArchive(GROUP + ":" + name + ":" + version);
  }

  /** An update of somebody else's feature. */
  public static FeatureArchive ofId(String id) {
    return new FeatureArchive(id);
  }

  public FeatureArchive bundle(String artifact, String bundleVersion, Path jar) {
    return bundle(GROUP + ":" + artifact + ":" + bundleVersion, jar);
  }

  public FeatureArchive bundle(String bundleId, Path jar) {
    jarById.put(bundleId, jar);
    return listed(bundleId);
  }

  /** A bundle that the platform has. */
  public FeatureArchive listed(String bundleId) {
    listed.add(bundleId);
    return this;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("feature.json"));
      String bundles =
          listed.stream().map("{\"id\": \"%s\"}"::formatted).collect(Collectors.joining(", "));
      out.write(
          """
          {"feature-resource-version": "1.0", "id": "%s", "name": "A stranger's", "bundles": [%s]}"""
              .formatted(id, bundles)
              .getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, Path> one : jarById.entrySet()) {
        String[] parts = one.getKey().split(":", -1);
        out.putNextEntry(
            new ZipEntry(
                "repository/%s/%s/%s/%s-%s.jar"
                    .formatted(
                        parts[0].replace('.', '/'), parts[1], parts[2], parts[1], parts[2])));
        Files.copy(one.getValue(), out);
      }
    }
    return file;
  }
}
