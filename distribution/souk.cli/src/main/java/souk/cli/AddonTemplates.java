package souk.cli;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates of strategy bundles: the same jar that Maven's archetype plugin reads. What its
 * {@code archetype-post-generate.groovy} does there, {@link #project} does here.
 */
final class AddonTemplates implements AutoCloseable {
  private static final String ARCHETYPE = "souk.archetype";

  private final FileSystem jar;
  private final Path root;

  private AddonTemplates(FileSystem jar) {
    this.jar = jar;
    this.root = jar.getPath("/archetype-resources");
  }

  /** The templates of an unpacked distribution. */
  static AddonTemplates of(Path home) throws IOException {
    Path folder = home.resolve("integrator/org/souk").resolve(ARCHETYPE);
    if (!Files.isDirectory(folder)) {
      throw new CliFailure(
          ExitCode.BROKEN_INSTALLATION,
          "There are no templates in %s.\nMaybe the distribution was not unpacked completely."
              .formatted(folder));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      Path newest =
          files
              .filter(f -> f.toString().endsWith(".jar"))
              .max(Comparator.naturalOrder())
              .orElseThrow(() -> new IOException("no jar in " + folder));
      return in(newest);
    }
  }

  static AddonTemplates in(Path jar) throws IOException {
    return new AddonTemplates(FileSystems.newFileSystem(jar));
  }

  /** Roles for which there is a template, in alphabetical order. */
  List<String> roles() throws IOException {
    try (Stream<Path> folders = Files.list(root.resolve("roles"))) {
      return folders.map(f -> f.getFileName().toString().replace("/", "")).sorted().toList();
    }
  }

  /**
   * The files of a project.
   *
   * @param values what stands for <code>${name}</code> in the templates
   * @return content by path below the project's folder
   */
  Map<String, String> project(String role, Map<String, String> values) throws IOException {
    if (!roles().contains(role)) {
      throw new CliFailure(
          ExitCode.USAGE,
          "There is no template for the role %s.\nMaybe one of these was meant: %s."
              .formatted(role, String.join(", ", roles())));
    }
    String name = values.get("className");
    String folder = values.get("package").replace('.', '/');
    String strategy = read("roles/" + role + "/Strategy.java");
    if (strategy.contains("." + name + ";") || name.equals("Config")) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The class %s would have the name of a class that it needs.\nMaybe choose another by --class."
              .formatted(name));
    }
    Map<String, String> files = new TreeMap<>();
    files.put("src/main/java/" + folder + "/" + name + ".java", strategy);
    files.put(
        "src/main/java/" + folder + "/package-info.java",
        read("roles/" + role + "/package-info.java"));
    files.put(
        "src/test/java/" + folder + "/" + name + "ContractTest.java",
        read("roles/" + role + "/ContractTest.java"));
    files.put(
        "src/test/java/" + folder + "/" + name + "Test.java",
        read("roles/" + role + "/OwnTest.java"));
    files.put(
        "pom.xml",
        read("pom.xml").replace("CONTRACT", read("roles/" + role + "/contract.txt").strip()));
    files.put("README.md", read("README.md") + read("roles/" + role + "/README.md"));
    files.put(".gitignore", read("dot/gitignore"));
    files.put(".mvn/maven.config", read("dot/mvn/maven.config"));
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, f -> filled(f.getValue(), values), (a, b) -> a, TreeMap::new));
  }

  private static String filled(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
