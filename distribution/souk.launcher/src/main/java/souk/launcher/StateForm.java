package souk.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The form of a state folder as a whole. The stores count their own tables; this number rises when
 * an older version must not touch the folder at all.
 */
final class StateForm {
  /** 1: 0.1.0, which wrote no number; 2: checksums in the journal. */
  static final int KNOWN = 2;

  private static final String FILE = "state.properties";

  private StateForm() {}

  /**
   * @throws LaunchFailure if a newer version wrote the folder; nothing was changed then
   */
  static void check(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
    int form;
    try {
      form = Integer.parseInt(properties.getProperty("form", "none"));
    } catch (NumberFormatException e) {
      throw damaged(file, e);
    }
    if (form > KNOWN) {
      throw new LaunchFailure(
          ExitCode.BROKEN_STATE,
          """
          The state folder %s has form %d, written by Souk %s; this version knows forms up to %d. Nothing was changed.
          Maybe start that version, or restore a backup from before the upgrade with "souk restore"."""
              .formatted(data, form, properties.getProperty("version", "unknown"), KNOWN));
    }
  }

  /** Notes that this version has taken the folder over. */
  static void write(Path data, Path temporary, String version) throws IOException {
    Path fresh = temporary.resolve(FILE);
    Files.writeString(fresh, "form=%d\nversion=%s\n".formatted(KNOWN, version));
    Files.move(fresh, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  private static LaunchFailure damaged(Path file, Exception cause) {
    return new LaunchFailure(
        ExitCode.BROKEN_STATE,
        """
        The file %s does not say which form the state has: %s.
        Maybe it is damaged: restore the state from a backup with "souk restore"."""
            .formatted(file, cause.getMessage()),
        cause);
  }
}
