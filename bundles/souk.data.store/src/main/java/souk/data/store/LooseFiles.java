package souk.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
          "restored.properties",
          "configurations.sha256",
          "report.html",
          "backups",
          "secrets",
          "journal",
          "warehouse",
          "decisions");

  private static final Duration YOUNG = Duration.ofSeconds(10);

  private final Path state;
  private final Path deploy;
  private final Clock clock;

  LooseFiles(Path state, Path deploy, Clock clock) {
    this.state = state;
    this.deploy = deploy;
    this.clock = clock;
  }

  /**
   * One file.
   *
   * @param path where it lies
   * @param changedAt when it was written last
   * @param stamp changes when the file does
   */
  record Found(Path path, Instant changedAt, String stamp) {}

  /**
   * Files by their path in the archive; nothing while one of them is being exchanged.
   *
   * <p>A configuration is written beside its old form, the old form is deleted, the new one
   * renamed: for a moment it has no file at all. A young {@code .tmp} file is the sign of it.
   */
  Optional<Map<String, Found>> find() throws IOException {
    Map<String, Found> found = new TreeMap<>();
    try (Stream<Path> top = Files.list(state)) {
      for (Path entry : top.toList()) {
        String name = entry.getFileName().toString();
        if (!LEFT_OUT.contains(name)) {
          add(found, entry, "data/" + name);
        }
      }
      if (Files.isDirectory(deploy)) {
        add(found, deploy, "deploy");
      }
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
    boolean moving = found.values().stream().anyMatch(this::young);
    found.values().removeIf(LooseFiles::unfinished);
    return moving ? Optional.empty() : Optional.of(found);
  }

  private static void add(Map<String, Found> found, Path start, String name) throws IOException {
    try (Stream<Path> tree = Files.walk(start)) {
      for (Path path : tree.toList()) {
        // What was listed and is gone now was being exchanged: reading its attributes says so.
        BasicFileAttributes now =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (now.isRegularFile()) {
          String below = start.relativize(path).toString().replace('\\', '/');
          String stamp = now.size() + "@" + now.lastModifiedTime() + "@" + now.fileKey();
          found.put(
              below.isEmpty() ? name : name + "/" + below,
              new Found(path, now.lastModifiedTime().toInstant(), stamp));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean unfinished(Found file) {
    String name = file.path().getFileName().toString();
    return name.endsWith(".tmp") || name.endsWith(".part");
  }

  private boolean young(Found file) {
    return unfinished(file) && file.changedAt().isAfter(clock.instant().minus(YOUNG));
  }
}
