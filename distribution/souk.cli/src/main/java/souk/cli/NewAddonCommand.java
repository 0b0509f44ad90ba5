package souk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "new-addon",
    mixinStandardHelpOptions = true,
    header = "Makes a Maven project for a strategy of your own.",
    description =
        "Writes a strategy bundle with settings, contract test and README into the folder NAME. "
            + "Needs no network and no running platform; mvn verify in that folder builds it.")
final class NewAddonCommand implements Callable<Integer> {
  private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String JAVA_PACKAGE = "[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*";

  @Parameters(
      paramLabel = "NAME",
      description = "Name of the project and id of the strategy, for example corner-forecast.")
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "What it implements, for example Forecaster, LinePricer or PolicyGuard.")
  private String role;

  @Option(
      names = "--group",
      defaultValue = "com.example",
      description = "Maven group (default: ${DEFAULT-VALUE}).")
  private String group;

  @Option(names = "--package", description = "Java package (default: group and name).")
  private String packageName;

  @Option(names = "--class", description = "Java class (default: the name, CornerForecast).")
  private String className;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Folder in which the folder NAME is made (default: where you are).")
  private Path into;

  @Override
  public Integer call() {
    if (!name.matches(KEBAB)) {
      throw usage(
          "%s is no name of a strategy.\nMaybe my-strategy: small letters, digits, hyphens.", name);
    }
    String group = checkedPackage(this.group);
    String packageName =
        checkedPackage(
            this.packageName != null ? this.packageName : group + "." + name.replace("-", ""));
    String className = this.className != null ? this.className : camelCase(name);
    if (!className.matches("[A-Z][A-Za-z0-9]*")) {
      throw usage(
          "%s is no name of a class.\nMaybe it must start with a capital letter.", className);
    }
    Path home = Place.fromSystemProperties().home();
    Map<String, String> files;
    try (AddonTemplates templates = AddonTemplates.of(home)) {
      files =
          templates.project(
              role,
              Map.of(
                  "groupId", group,
                  "artifactId", name,
                  "version", "1.0.0",
                  "package", packageName,
                  "className", className,
                  "role", role,
                  "installation", url(home)));
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.BROKEN_INSTALLATION, "The templates cannot be read: " + e.getMessage(), e);
    }
    write(into.resolve(name), files);
    System.out.printf(
        Locale.ROOT,
        "%s: %d files for a strategy of the role %s%n  cd %s%n  mvn verify%n",
        name,
        files.size(),
        role,
        into.resolve(name));
    return ExitCode.OK.value();
  }

  private static void write(Path folder, Map<String, String> files) {
    if (Files.exists(folder)) {
      throw usage("%s exists already and is left alone.\nMaybe choose another name.", folder);
    }
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    } catch (IOException e) {
      throw new CliFailure(ExitCode.FAILED, "Cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String checkedPackage(String text) {
    if (!text.matches(JAVA_PACKAGE)
        || Stream.of(text.split("\\.")).anyMatch(NewAddonCommand::isKeyword)) {
      throw usage(
          "%s is no name of a package.\nMaybe com.example.pricing: small letters and dots.", text);
    }
    return text;
  }

  private static boolean isKeyword(String word) {
    return javax.lang.model.SourceVersion.isKeyword(word);
  }

  private static String camelCase(String kebab) {
    return Arrays.stream(kebab.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String url(Path home) {
    String url = home.toUri().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static CliFailure usage(String text, Object value) {
    return new CliFailure(ExitCode.USAGE, text.formatted(value));
  }
}
