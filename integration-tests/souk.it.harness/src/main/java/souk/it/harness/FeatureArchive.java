package souk.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A feature of a stranger with its bundles, as an archive. */
public final class FeatureArchive {
  private static final String GROUP = "org.stranger";

  private final String name;
  private final String version;
  private final Map<String, Path> jarById = new LinkedHashMap<>();
  private String more = "";

  private FeatureArchive(String name, String version) {
    this.name = name;
    this.version = version;
  }

  public static FeatureArchive of(String name, String version) {
    return new FeatureArchive(name, version);
  }

  public FeatureArchive bundle(String artifact, String bundleVersion, Path jar) {
    jarById.put(GROUP + ":" + artifact + ":" + bundleVersion, jar);
    return this;
  }

  /** Further members of the feature file, beginning with a comma. */
  public FeatureArchive with(String members) {
    more = members;
    return this;
  }

  public String id() {
    return GROUP + ":" + name + ":" + version;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("feature.json"));
      String bundles =
          jarById.keySet().stream()
              .map("{\"id\": \"%s\"}"::formatted)
              .collect(Collectors.joining(", "));
      out.write(
          """
          {"feature-resource-version": "1.0", "id": "%s", "name": "A stranger's", "bundles": [%s]%s}"""
              .formatted(id(), bundles, more)
              .getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, Path> one : jarById.entrySet()) {
        String[] id = one.getKey().split(":", -1);
        out.putNextEntry(
            new ZipEntry(
                "repository/%s/%s/%s/%s-%s.jar"
                    .formatted(id[0].replace('.', '/'), id[1], id[2], id[1], id[2])));
        Files.copy(one.getValue(), out);
      }
    }
    return file;
  }
}
