package souk.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies in the state folder as plain files, above all the configurations, and what was dropped
 * into {@code deploy}. Everything there belongs to the state unless it is named here as not.
 */
final class LooseFiles {
  /** Rebuilt, belonging to the process, secret, or copied by the store that owns it. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "felix",
          "tmp",
          "log",
          "lock",
          "pid",
          "running.properties",
          "bundles.properties",
          "report.html",
          "backups",
          "secrets",
          "journal",
          "warehouse",
          "decisions");

  private final Path state;
  private final Path deploy;

  LooseFiles(Path state, Path deploy) {
    this.state = state;
    this.deploy = deploy;
  }

  /**
   * One file.
   *
   * @param path where it lies
   * @param stamp changes when the file does
   */
  record Found(Path path, String stamp) {}

  /** Files by their path in the archive. */
  Map<String, Found> find() throws IOException {
    Map<String, Found> found = new TreeMap<>();
    try (Stream<Path> top = Files.list(state)) {
      for (Path entry : top.toList()) {
        String name = entry.getFileName().toString();
        if (!LEFT_OUT.contains(name)) {
          add(found, entry, "data/" + name);
        }
      }
    }
    if (Files.isDirectory(deploy)) {
      add(found, deploy, "deploy");
    }
    return found;
  }

  private static void add(Map<String, Found> found, Path start, String name) throws IOException {
    try (Stream<Path> tree = Files.walk(start)) {
      for (Path path : tree.toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          String below = start.relativize(path).toString().replace('\\', '/');
          found.put(below.isEmpty() ? name : name + "/" + below, new Found(path, stamp(path)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String stamp(Path path) throws IOException {
    return Files.size(path) + "@" + Files.getLastModifiedTime(path).toInstant();
  }
}
