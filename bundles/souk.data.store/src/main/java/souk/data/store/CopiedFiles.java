package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Copies of the plain files, brought up to date by copying what changed. For one thread. */
final class CopiedFiles {
  private final LooseFiles loose;
  private final Path folder;
  private Map<String, LooseFiles.Found> copied = Map.of();

  CopiedFiles(LooseFiles loose, Path folder) {
    this.loose = loose;
    this.folder = folder;
  }

  /** True if the files still are what was copied. */
  boolean current() throws IOException {
    Optional<Map<String, LooseFiles.Found>> now = loose.find();
    return now.isPresent() && now.get().equals(copied);
  }

  /** Copies what is new or changed; what vanishes meanwhile shows at the next look. */
  void refresh() throws IOException {
    Map<String, LooseFiles.Found> fresh = new TreeMap<>();
    for (Map.Entry<String, LooseFiles.Found> file : loose.find().orElse(Map.of()).entrySet()) {
      if (file.getValue().equals(copied.get(file.getKey()))
          || copied(file.getKey(), file.getValue().path())) {
        fresh.put(file.getKey(), file.getValue());
      }
    }
    copied = fresh;
  }

  private boolean copied(String name, Path file) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.getParent());
    Files.deleteIfExists(copy);
    try {
      Files.copy(file, copy);
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Copies by their name in the archive. */
  Map<String, Path> byName() {
    Map<String, Path> files = new TreeMap<>();
    copied.keySet().forEach(name -> files.put(name, folder.resolve(name)));
    return files;
  }
}
