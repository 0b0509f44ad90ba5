package souk.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Platforms whose shop is open from their start: each on a copy of one state, which is made when a
 * test of this process first asks for one. That takes less time than to load and plan anew.
 */
public final class OpenShop {
  private static Path state;

  private OpenShop() {}

  public static Platform start(Path folder) throws Exception {
    copy(state(), folder);
    return Platform.start(folder);
  }

  /**
   * @param javaOptions for the platform's process, separated by blanks
   */
  public static Platform start(Path folder, String javaOptions) throws Exception {
    copy(state(), folder);
    return Platform.start(folder, javaOptions);
  }

  private static synchronized Path state() throws Exception {
    if (state == null) {
      Path folder = Path.of("target", "open-shop").toAbsolutePath();
      remove(folder);
      Files.createDirectories(folder);
      try (Platform platform = Platform.start(folder)) {
        Shop.open(platform, folder);
        platform.stop();
      }
      state = folder;
    }
    return state;
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Copies a folder with the rights of its files; what is there is kept. */
  public static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(from)) {
      paths = tree.toList();
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      if (!Files.isDirectory(target)) {
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
