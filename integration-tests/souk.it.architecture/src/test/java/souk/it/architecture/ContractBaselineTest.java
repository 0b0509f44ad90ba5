package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The contracts of this checkout tell the truth about what changed since the last version. */
class ContractBaselineTest {
  private static final Path BASELINE = Path.of("..", "baseline");
  private static final int LEAST_LETTERS_OF_A_REASON = 100;

  @Test
  void versionsOfPackagesSayWhatChanged(TestReporter reporter) throws Exception {
    Map<String, Path> baseline = baselineJars();
    assertTrue(baseline.size() >= 10, "baselines: " + baseline.keySet());
    Map<String, String> excuses = excuses();
    Set<String> unused = new TreeSet<>(excuses.keySet());
    List<String> complaints = new ArrayList<>();
    for (Map.Entry<String, Path> entry : baseline.entrySet()) {
      Path built = Checkout.output(entry.getKey());
      if (!Files.exists(built.resolve("META-INF/MANIFEST.MF"))) {
        complaints.add(entry.getKey() + " is gone or was not built");
        continue;
      }
      for (ContractBaseline.Finding finding : ContractBaseline.compare(entry.getValue(), built)) {
        unused.remove(finding.exceptionFile());
        String excuse = excuses.getOrDefault(finding.exceptionFile(), "");
        if (excuse.strip().length() < LEAST_LETTERS_OF_A_REASON) {
          complaints.add(finding.report());
        }
      }
    }
    unused.forEach(u -> complaints.add("baseline/exceptions/" + u + " excuses nothing"));
    Set<String> fresh = contracts();
    fresh.removeAll(baseline.keySet());
    reporter.publishEntry("Contracts without a baseline", fresh.toString());
    assertEquals("", String.join("\n\n", complaints));
  }

  /** Everything that exports to strategies and callers; the test kit is for tests. */
  private static Set<String> contracts() {
    return Checkout.bundles().stream()
        .filter(b -> Set.of(BundleKind.CONTRACT, BundleKind.MODEL).contains(BundleKind.of(b)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Jars of the newest version kept, by bundle. */
  private static Map<String, Path> baselineJars() throws IOException {
    Path newest;
    try (Stream<Path> folders = Files.list(BASELINE)) {
      newest =
          folders
              .filter(f -> f.getFileName().toString().matches("\\d+\\.\\d+\\.\\d+"))
              .max(Comparator.comparing(f -> version(f.getFileName().toString())))
              .orElseThrow();
    }
    String suffix = "-" + newest.getFileName() + ".jar";
    try (Stream<Path> jars = Files.list(newest)) {
      return jars.collect(
          Collectors.toMap(
              j -> j.getFileName().toString().replace(suffix, ""),
              j -> j,
              (a, b) -> a,
              TreeMap::new));
    }
  }

  private static Map<String, String> excuses() throws IOException {
    Map<String, String> excuses = new TreeMap<>();
    Path folder = BASELINE.resolve("exceptions");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
          excuses.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return excuses;
  }

  private static aQute.bnd.version.Version version(String text) {
    return new aQute.bnd.version.Version(text);
  }
}
