package souk.it.architecture;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Compares a contract bundle with what it was in the last version, package by package. */
final class ContractBaseline {
  private static final Set<Delta> TELLING =
      EnumSet.of(Delta.ADDED, Delta.REMOVED, Delta.CHANGED, Delta.MAJOR, Delta.MINOR, Delta.MICRO);

  /**
   * A package whose version is too low for what changed in it.
   *
   * @param packageName the package
   * @param suggestedVersion the least version that says the truth
   * @param report for people: what changed and what to do
   */
  record Finding(String packageName, String suggestedVersion, String report) {
    /** Name of the file that would excuse this. */
    String exceptionFile() {
      return packageName + "-" + suggestedVersion + ".md";
    }
  }

  private ContractBaseline() {}

  /**
   * Compares.
   *
   * @param older jar of the last version
   * @param newer jar, or folder of classes with its manifest
   */
  static List<Finding> compare(Path older, Path newer) throws Exception {
    try (Processor bnd = new Processor();
        Jar before = new Jar(older.toFile());
        Jar after = new Jar(newer.toFile())) {
      Baseline baseline = new Baseline(bnd, new DiffPluginImpl());
      return baseline.baseline(after, before, new Instructions("*")).stream()
          .sorted(Comparator.comparing((Info i) -> i.packageName))
          .filter(ContractBaseline::tooLow)
          .map(i -> finding(older.getFileName().toString(), i))
          .toList();
    }
  }

  private static boolean tooLow(Info info) {
    return info.suggestedVersion == null || info.newerVersion.compareTo(info.suggestedVersion) < 0;
  }

  private static Finding finding(String baseline, Info info) {
    if (info.suggestedVersion == null) {
      return new Finding(
          info.packageName,
          "removed",
          """
          %s of %s (version %s) is gone.
          Maybe it was renamed; whoever implements or calls it no longer resolves."""
              .formatted(info.packageName, baseline, info.olderVersion));
    }
    List<String> changes = new ArrayList<>();
    describe(info.packageDiff, "", changes);
    return new Finding(
        info.packageName,
        info.suggestedVersion.toString(),
        """
        %s has version %s and must have at least %s (%s held %s), because of:
        %s
        Maybe write @Version("%s") into its package-info.java, or keep what was there."""
            .formatted(
                info.packageName,
                info.newerVersion,
                info.suggestedVersion,
                baseline,
                info.olderVersion,
                String.join("\n", changes),
                info.suggestedVersion));
  }

  /** Types that changed, and what of them was added, removed or changed. */
  private static void describe(Diff diff, String indent, List<String> changes) {
    for (Diff child : diff.getChildren()) {
      if (TELLING.contains(child.getDelta())) {
        changes.add(
            "  %s%s %s %s"
                .formatted(
                    indent,
                    child.getDelta(),
                    child.getType().name().toLowerCase(java.util.Locale.ROOT),
                    child.getName()));
        boolean whole = child.getDelta() == Delta.ADDED || child.getDelta() == Delta.REMOVED;
        if (!whole) {
          describe(child, indent + "  ", changes);
        }
      }
    }
  }
}
