package souk.data.connector.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import souk.model.Refusal;

/** The folders files may be read from; links are followed before the check. Immutable. */
final class AllowedFolders {
  private final List<Path> folders;

  /**
   * @param names absolute paths; none of them means that every folder is allowed
   */
  AllowedFolders(String... names) {
    this.folders = Arrays.stream(names).filter(n -> !n.isBlank()).map(Path::of).toList();
  }

  Optional<Refusal> refuses(Path file) {
    if (folders.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path real = file.toRealPath();
      for (Path folder : folders) {
        if (real.startsWith(folder.toRealPath())) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      return Optional.of(new Refusal("a file in " + folders, "cannot resolve " + e.getMessage()));
    }
    return Optional.of(new Refusal("a file in " + folders, file + " lies elsewhere"));
  }
}
