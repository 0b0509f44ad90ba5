package souk.learn.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the files of models lie: a folder per name, a file per version.
 *
 * @param path the folder of all models
 */
record ModelFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern FILE = Pattern.compile("(\\d{6,})\\.model");

  /**
   * @throws IllegalArgumentException if it is no name
   */
  Path of(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A model's name has 1 to 100 of a-z, 0-9, dot and hyphen, not \"%s\".".formatted(name));
    }
    return path.resolve(name);
  }

  Path file(String name, int version) {
    return of(name).resolve(String.format(Locale.ROOT, "%06d.model", version));
  }

  /** Names of all models, sorted. */
  List<String> names() {
    try (Stream<Path> names = Files.exists(path) ? Files.list(path) : Stream.empty()) {
      return names
          .map(one -> one.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Files of a name by version. */
  NavigableMap<Integer, Path> versions(String name) {
    NavigableMap<Integer, Path> versions = new TreeMap<>();
    Path models = of(name);
    try (Stream<Path> found = Files.isDirectory(models) ? Files.list(models) : Stream.empty()) {
      found.forEach(
          file -> {
            var matcher = FILE.matcher(file.getFileName().toString());
            if (matcher.matches()) {
              versions.put(Integer.valueOf(matcher.group(1)), file);
            }
          });
    } catch (IOException e) {
      throw unreadable(models, e);
    }
    return versions;
  }

  private static IllegalStateException unreadable(Path folder, IOException e) {
    return new IllegalStateException("The folder %s cannot be read: %s.".formatted(folder, e), e);
  }

  /**
   * @throws IllegalStateException if the file is damaged; names it
   */
  static ModelFile read(Path file) {
    try {
      return ModelFile.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "Model file %s cannot be used: %s.%nMaybe restore it from a backup, or learn again."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
