package souk.it.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Maven as somebody has it who never built this project: a local repository of their own, filled
 * from what this machine has of Maven Central, and nothing of ours but what the distribution holds.
 * Asks Maven Central only for what this machine has not.
 */
public final class StrangersMaven {
  private StrangersMaven() {}

  /**
   * Writes a command {@code mvn}.
   *
   * @param folder where the command goes
   * @param repository the stranger's local repository; kept between runs, without our artifacts
   * @return the folder to put first on the path
   */
  public static Path install(Path folder, Path repository) throws IOException {
    forgetOurs(repository.resolve("org").resolve("souk"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path settings = folder.resolve("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <localRepository>%1$s</localRepository>
          <profiles>
            <profile>
              <id>this-machine</id>
              <repositories>
                <repository><id>this-machine</id><url>%2$s</url></repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository><id>this-machine</id><url>%2$s</url></pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>this-machine</activeProfile>
          </activeProfiles>
        </settings>
        """
            .formatted(repository.toAbsolutePath(), ofThisMachine().toUri()));
    Path command = bin.resolve("mvn");
    Files.writeString(
        command,
        "#!/bin/sh%nexec '%s' -B -Dstyle.color=never -s '%s' \"$@\"%n"
            .formatted(real(), settings.toAbsolutePath()));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    return bin;
  }

  private static Path ofThisMachine() {
    String given = System.getProperty("souk.maven.repository", "");
    return given.isBlank()
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(given);
  }

  private static Path real() {
    String home = System.getProperty("souk.maven.home", "");
    if (!home.isBlank()) {
      return Path.of(home, "bin", "mvn");
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no mvn on the PATH."));
  }

  private static void forgetOurs(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : List.copyOf(all.sorted(Comparator.reverseOrder()).toList())) {
          Files.delete(path);
        }
      }
    }
  }
}
