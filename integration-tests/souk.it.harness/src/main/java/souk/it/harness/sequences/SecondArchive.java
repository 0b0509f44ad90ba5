package souk.it.harness.sequences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import souk.it.harness.Platform;

/**
 * What the second archive holds, as the build has it: the bundles of {@code souk.feature.sequences}
 * and TensorFlow's native library.
 */
public final class SecondArchive {
  private static final Path ROOT = Platform.HOME.resolve("../../../..").normalize();

  /** The bundles, in the layout of the platform's repository. */
  public static final Path REPOSITORY =
      ROOT.resolve("features/souk.feature.sequences/target/repository");

  /** The folder with the native library; it is there where the build knows one for the machine. */
  public static final Path NATIVES =
      ROOT.resolve("bundles/souk.wrap.tensorflow/target/natives/tensorflow");

  private SecondArchive() {}

  /** A copy of the platform's folder as the first archive alone gives it, without its bytes. */
  static Path firstArchive(Path home) throws IOException {
    link(Platform.HOME, home);
    return home;
  }

  /** Does what unpacking the second archive over a platform's folder does. */
  static void unpackOver(Path home, Path natives) throws IOException {
    link(REPOSITORY, home.resolve("repository"));
    Files.createDirectories(home.resolve("natives"));
    Files.createSymbolicLink(home.resolve("natives/tensorflow"), natives.toAbsolutePath());
  }

  private static void link(Path from, Path to) throws IOException {
    List<Path> tree;
    try (Stream<Path> walk = Files.walk(from)) {
      tree = walk.toList();
    }
    for (Path path : tree) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        try {
          Files.createLink(target, path);
        } catch (IOException | UnsupportedOperationException otherDisk) {
          Files.copy(path, target);
        }
      }
    }
  }
}
