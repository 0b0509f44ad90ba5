package souk.learn.tensorflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import souk.model.Refusal;

/**
 * The folder with TensorFlow's native library. It is a second archive, because it is larger than
 * the platform, and it is never fetched at run time.
 */
final class Natives {
  /** Framework property or system property with the folder. */
  static final String PROPERTY = "souk.tensorflow.natives";

  private static final List<String> LIBRARIES =
      List.of(
          System.mapLibraryName("jnitensorflow"),
          library("tensorflow_cc"),
          library("tensorflow_framework"));

  private final Path folder;

  Natives(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  private static String library(String name) {
    String mapped = System.mapLibraryName(name);
    return mapped.endsWith(".so") ? mapped + ".2" : mapped;
  }

  Path folder() {
    return folder;
  }

  /** What is missing, where it is looked for and how to get it; empty if all is there. */
  Optional<Refusal> missing() {
    List<String> absent =
        LIBRARIES.stream().filter(name -> !Files.isRegularFile(folder.resolve(name))).toList();
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "TensorFlow's native library (%s) in the folder %s"
                    .formatted(String.join(", ", LIBRARIES), folder),
                "%s there.%nMaybe the archive souk-tensorflow-*.tar.gz was not unpacked beside the platform, or the setting %s names another folder; everything else works without it."
                    .formatted(
                        Files.isDirectory(folder)
                            ? String.join(", ", absent) + " is not"
                            : "no such folder is",
                        PROPERTY)));
  }
}
