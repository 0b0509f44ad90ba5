package souk.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources, poms and compiled classes of this checkout. */
final class Checkout {
  private static final Path ROOT = Path.of("..", "..");

  private static final Pattern LIBRARY_CLASSES =
      Pattern.compile(".*/target/classes/souk/[a-z]+/lib/.*");

  private Checkout() {}

  /** Names of all bundles. */
  static Set<String> bundles() {
    try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
      return folders
          .filter(f -> Files.exists(f.resolve("pom.xml")))
          .map(f -> f.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path pom(String bundle) {
    return ROOT.resolve("bundles").resolve(bundle).resolve("pom.xml");
  }

  /** Compiled classes and resources of a bundle. */
  static Path output(String bundle) {
    return ROOT.resolve("bundles").resolve(bundle).resolve("target").resolve("classes");
  }

  /** Our own classes of all bundles; wrappers hold none. */
  static JavaClasses classes() {
    List<Path> outputs =
        bundles().stream()
            .filter(b -> BundleKind.of(b) != BundleKind.WRAPPER)
            .filter(b -> Files.isDirectory(ROOT.resolve("bundles").resolve(b).resolve("src/main")))
            .map(Checkout::output)
            .toList();
    for (Path output : outputs) {
      if (!Files.isDirectory(output)) {
        throw new IllegalStateException(
            "There are no classes in %s.\nMaybe the bundles were not built before."
                .formatted(output));
      }
    }
    return new ClassFileImporter().withImportOption(Checkout::isNoCopy).importPaths(outputs);
  }

  /** Providers hold copies of library classes, which are looked at where they come from. */
  private static boolean isNoCopy(Location location) {
    return !location.matches(LIBRARY_CLASSES) || location.contains(".lib/target/");
  }

  /** Java files below a top-level folder, without build output. */
  static List<Path> javaFiles(String folder) {
    Path start = ROOT.resolve(folder);
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !start.relativize(f).toString().contains("target"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
