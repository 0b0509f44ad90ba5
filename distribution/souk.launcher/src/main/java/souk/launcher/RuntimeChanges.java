package souk.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was changed about the features while the platform ran, in {@code data/features}: the file
 * {@code current} holds the number of the state in force, {@code states/NUMBER.txt} says which
 * features of the list are left out and which come from an archive.
 *
 * @param removed names of features that the list holds but that were removed
 * @param used features that come from the store or in addition to the list, in order
 */
record RuntimeChanges(Set<String> removed, Map<String, Use> used) {
  private static final String DISTRIBUTION = "-";

  /**
   * A feature in use.
   *
   * @param key folder in the store
   */
  record Use(String version, String key) {
    boolean distributed() {
      return key.equals(DISTRIBUTION);
    }
  }

  static RuntimeChanges none() {
    return new RuntimeChanges(Set.of(), Map.of());
  }

  static RuntimeChanges read(Path folder) {
    Path current = folder.resolve("current");
    if (!Files.exists(current)) {
      return none();
    }
    Path file = current;
    try {
      String number = Files.readString(current).strip();
      file = folder.resolve("states").resolve(number + ".txt");
      return number.equals("0") ? none() : parse(Files.readAllLines(file));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_STATE,
          """
          Cannot read %s, which says what was changed about the features: %s.
          Maybe restore it from a backup, or delete %s to start with the features of the distribution."""
              .formatted(file, e.getMessage(), current),
          e);
    }
  }

  private static RuntimeChanges parse(List<String> lines) {
    Set<String> removed = new LinkedHashSet<>();
    Map<String, Use> used = new LinkedHashMap<>();
    boolean ended = false;
    for (String line : lines) {
      String[] words = line.strip().split(" ", -1);
      switch (words[0]) {
        case "remove" -> removed.add(words[1]);
        case "use" -> used.put(words[1], new Use(words[2], words[3]));
        case "end" -> ended = true;
        case "parent", "#", "" -> {
          // for people and for undo
        }
        default -> throw new IllegalArgumentException("the line \"" + line + "\" is unknown");
      }
    }
    if (!ended) {
      throw new IllegalArgumentException("the last line is missing");
    }
    return new RuntimeChanges(removed, used);
  }
}
