package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of sets that are measured against and never shipped. */
final class BenchData {
  private BenchData() {}

  /** {@code SOUK_DATA_DIR}, or {@code ../shared/data} beside the checkout. */
  static Path folder() {
    String set = System.getenv("SOUK_DATA_DIR");
    Path folder =
        set == null
            ? Path.of(System.getProperty("souk.root", "."), "..", "shared", "data").normalize()
            : Path.of(set);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "The sets to measure against are not shipped, and %s is no folder.%nMaybe SOUK_DATA_DIR must name the folder that holds them."
              .formatted(folder));
    }
    return folder;
  }
}
