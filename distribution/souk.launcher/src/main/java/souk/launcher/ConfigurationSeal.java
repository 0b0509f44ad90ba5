package souk.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checksums of the kept configurations from a clean stop to the next start. The configuration
 * service writes them as plain text in which a changed byte shows nowhere; here it does. A process
 * that was killed leaves no seal, and then there is nothing to compare.
 */
public final class ConfigurationSeal {
  private static final String SEAL = "configurations.sha256";

  private final Path data;

  /**
   * @param data the state folder
   */
  public ConfigurationSeal(Path data) {
    this.data = data;
  }

  /** After a clean stop. */
  public void close() throws IOException {
    StringBuilder lines = new StringBuilder();
    sums().forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    lines.append(Fingerprint.sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    Path part = data.resolve(SEAL + ".part");
    Files.writeString(part, lines.append('\n'));
    Files.move(part, data.resolve(SEAL), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Before a start.
   *
   * @throws LaunchFailure if a configuration is not what the last stop left
   */
  public void check() throws IOException {
    Path file = data.resolve(SEAL);
    if (!Files.exists(file)) {
      return;
    }
    Map<String, String> sealed = read(file);
    Map<String, String> now = sums();
    TreeSet<String> names = new TreeSet<>(sealed.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      if (!now.getOrDefault(name, "").equals(sealed.getOrDefault(name, ""))) {
        throw new LaunchFailure(
            ExitCode.BROKEN_STATE,
            """
            The configuration %s is not what the platform left at its last stop.
            Maybe it is damaged: restore the state from a backup with "souk restore". If you changed it on purpose, delete %s and start again."""
                .formatted(data.resolve(name), file));
      }
    }
  }

  /** The configurations may change from now on. */
  public void open() throws IOException {
    Files.deleteIfExists(data.resolve(SEAL));
  }

  private Map<String, String> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\n", -1);
    Map<String, String> sealed = new TreeMap<>();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < lines.length - 2; i++) {
      body.append(lines[i]).append('\n');
      int blank = lines[i].indexOf("  ");
      sealed.put(
          lines[i].substring(blank < 0 ? 0 : blank + 2), lines[i].substring(0, Math.max(0, blank)));
    }
    String sum = Fingerprint.sha256(body.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (lines.length < 2
        || !sum.equals(lines[lines.length - 2])
        || !lines[lines.length - 1].isEmpty()) {
      throw new LaunchFailure(
          ExitCode.BROKEN_STATE,
          """
          The checksums of the configurations in %s are damaged.
          Maybe look at the files in %s; if they are right, delete the checksums and start again, else restore from a backup."""
              .formatted(file, data.resolve("config")));
    }
    return sealed;
  }

  private Map<String, String> sums() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    Path config = data.resolve("config");
    if (Files.isDirectory(config)) {
      try (Stream<Path> tree = Files.walk(config)) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          String name = data.relativize(file).toString().replace('\\', '/');
          sums.put(name, Fingerprint.sha256(Files.readAllBytes(file)));
        }
      }
    }
    return sums;
  }
}
