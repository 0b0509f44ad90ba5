package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Projects for strangers, from the same templates as Maven's archetype. */
class NewAddonTest {
  private static final Path ARCHETYPE = Path.of("..", "souk.archetype", "target");

  @TempDir static Path home;
  @TempDir Path folder;

  @BeforeAll
  static void unpackTemplates() throws IOException {
    Path target = Files.createDirectories(home.resolve("integrator/org/souk/souk.archetype/1.0"));
    Files.copy(jar(), target.resolve("souk.archetype-1.0.jar"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConditionKind",
        "Forecaster",
        "LinePricer",
        "PolicyGuard",
        "SegmentationStrategy",
        "SelectionPolicy",
        "TrafficMetric"
      })
  void theArchetypeMakesTheSameProject(String role) throws IOException {
    Path made = ARCHETYPE.resolve("test-classes/projects/" + role + "/project/corner-strategy");
    assumeTrue(Files.isDirectory(made), "the archetype's own test did not run before");
    Map<String, String> values = new HashMap<>();
    values.put("groupId", "com.example");
    values.put("artifactId", "corner-strategy");
    values.put("version", "1.0.0");
    values.put("package", "com.example.cornerstrategy");
    values.put("className", "CornerStrategy");
    values.put("role", role);
    values.put("installation", "file:///opt/souk");
    try (AddonTemplates templates = AddonTemplates.of(home)) {
      assertEquals(files(made), templates.project(role, values));
    }
  }

  @Test
  void everyRoleIsFilledCompletely() throws IOException {
    try (AddonTemplates templates = AddonTemplates.of(home)) {
      assertEquals(7, templates.roles().size(), templates.roles().toString());
      for (String role : templates.roles()) {
        assertEquals(0, run("corner-" + role.toLowerCase(java.util.Locale.ROOT), "--role", role));
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        String unfilled = text.replaceAll("\\$\\{(project|souk)\\.[A-Za-z.]+}", "");
        assertFalse(unfilled.contains("${"), file + " holds ${…}");
        assertFalse(text.contains("CONTRACT<"), file.toString());
        assertFalse(text.contains("@project"), file.toString());
      }
    }
  }

  @Test
  void namesAreDerivedFromTheName() throws IOException {
    assertEquals(0, run("corner-shop-forecast", "--role", "Forecaster", "--group", "org.acme"));
    Path source =
        folder.resolve(
            "corner-shop-forecast/src/main/java/org/acme/cornershopforecast/CornerShopForecast.java");
    String text = Files.readString(source);
    assertTrue(text.contains("package org.acme.cornershopforecast;"), text);
    assertTrue(text.contains("ID = \"corner-shop-forecast\""), text);
    String pom = Files.readString(folder.resolve("corner-shop-forecast/pom.xml"));
    assertTrue(pom.contains("<souk.installation>file:///"), pom);
    assertTrue(pom.contains("<artifactId>souk.demand.api</artifactId>"), pom);
  }

  @ParameterizedTest
  @CsvSource({
    "Corner, Forecaster, my-strategy",
    "corner, Nonsense, Forecaster",
    "forecaster, Forecaster, --class",
  })
  void refusalsSayWhatToDo(String name, String role, String hint) {
    StringWriter error = new StringWriter();
    assertEquals(ExitCode.USAGE.value(), run(error, name, "--role", role));
    assertTrue(error.toString().contains(hint), error.toString());
  }

  @Test
  void badPackagesAndClassesAreRefused() {
    StringWriter error = new StringWriter();
    assertEquals(2, run(error, "corner", "--role", "Forecaster", "--package", "a.class.b"));
    assertEquals(2, run(error, "corner", "--role", "Forecaster", "--group", "../up"));
    assertEquals(2, run(error, "corner", "--role", "Forecaster", "--class", "9"));
    assertTrue(error.toString().contains("a.class.b"), error.toString());
  }

  @Test
  void whatIsThereIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    assertEquals(ExitCode.USAGE.value(), run("mine", "--role", "LinePricer"));
    try (Stream<Path> files = Files.list(folder.resolve("mine"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aMissingFolderOfTemplatesIsNamed() {
    CliFailure failure = assertThrows(CliFailure.class, () -> AddonTemplates.of(folder));
    assertTrue(failure.getMessage().contains("souk.archetype"), failure.getMessage());
  }

  private int run(String... arguments) {
    return run(new StringWriter(), arguments);
  }

  private int run(StringWriter error, String... arguments) {
    String before = System.getProperty("souk.home");
    System.setProperty("souk.home", home.toString());
    try {
      CommandLine line = Souk.commandLine().setErr(new PrintWriter(error, true));
      String[] all =
          Stream.concat(Stream.of("new-addon", "--into", folder.toString()), Stream.of(arguments))
              .toArray(String[]::new);
      return line.execute(all);
    } finally {
      if (before == null) {
        System.clearProperty("souk.home");
      } else {
        System.setProperty("souk.home", before);
      }
    }
  }

  private static Map<String, String> files(Path project) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(project)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(project.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  private static Path jar() throws IOException {
    assumeTrue(Files.isDirectory(ARCHETYPE), "souk.archetype was not built before: use -am");
    try (Stream<Path> files = Files.list(ARCHETYPE)) {
      return files
          .filter(f -> f.getFileName().toString().matches("souk\\.archetype-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
