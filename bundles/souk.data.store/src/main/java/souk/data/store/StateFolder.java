package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import souk.data.api.StoreException;

/** Where the platform keeps its state: the folder that the framework property names. */
final class StateFolder {
  /** Framework property with the absolute path of the state folder. */
  static final String PROPERTY = "souk.data";

  private StateFolder() {}

  static Path of(BundleContext context) {
    String value = context.getProperty(PROPERTY);
    if (value == null || value.isBlank()) {
      throw new StoreException(
          "The framework property %s is not set.%nMaybe the platform was not started by its launcher; set it to the absolute path of the state folder."
              .formatted(PROPERTY));
    }
    return Path.of(value).toAbsolutePath();
  }

  static Path sub(Path state, String name) {
    try {
      return Files.createDirectories(state.resolve(name));
    } catch (IOException e) {
      throw new StoreException(
          "Cannot create the folder %s: %s.%nMaybe the disk is full, or the folder belongs to another user."
              .formatted(state.resolve(name), e.getMessage()),
          e);
    }
  }

  /** Removes a folder with all it holds. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
