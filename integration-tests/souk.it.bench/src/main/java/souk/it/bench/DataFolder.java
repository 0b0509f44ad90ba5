package souk.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where the data sets lie that are measured with and never shipped. */
final class DataFolder {
  private DataFolder() {}

  /**
   * The folder of a set: under SOUK_DATA_DIR, or under shared/data beside the checkout.
   *
   * @throws IllegalArgumentException if it is not there
   */
  static Path of(String set) {
    String named = System.getenv("SOUK_DATA_DIR");
    Path root =
        named == null
            ? Path.of(System.getProperty("souk.root", ".")).resolve("../shared/data").normalize()
            : Path.of(named);
    Path folder = root.resolve(set);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "The set %s is not shipped and not under %s.%nMaybe SOUK_DATA_DIR must name the folder that holds it."
              .formatted(set, root));
    }
    return folder;
  }

  /** Lines of a text file; of a compressed one if its name ends with .gz. */
  static Stream<String> lines(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllLines(file).stream();
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> all = reader.lines().toList();
      return all.stream();
    }
  }
}
