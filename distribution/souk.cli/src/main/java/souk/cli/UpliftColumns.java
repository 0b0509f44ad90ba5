package souk.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which columns of a trial mean what. */
final class UpliftColumns {
  private static final List<String> TREATED = List.of("1", "true", "yes", "treated", "treatment");
  private static final List<String> CONTROL = List.of("0", "false", "no", "untreated", "control");

  @Option(
      names = "--treatment",
      paramLabel = "COLUMN",
      description = "Who was treated: 1 and 0, or any words with --control.")
  private String treatment;

  @Option(
      names = "--outcome",
      paramLabel = "COLUMN",
      description = "What was seen afterwards: 1 and 0, or a figure.")
  private String outcome;

  @Option(
      names = "--control",
      paramLabel = "VALUE",
      description = "What stands in the treatment column of those who were not treated.")
  private String control;

  @Option(
      names = "--treated",
      paramLabel = "VALUE",
      description =
          "What stands there for those who were; other rows are left out (default: all but"
              + " --control).")
  private String treated;

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns not to learn from, such as keys and what was seen afterwards.")
  private List<String> ignored = List.of();

  String treatment() {
    return treatment;
  }

  String outcome() {
    return outcome;
  }

  void check() {
    if (treatment == null || outcome == null) {
      throw new CliFailure(
          ExitCode.USAGE,
          "Say who was treated and what was seen: --treatment and --outcome COLUMN.");
    }
    if (treatment.equals(outcome)) {
      throw new CliFailure(
          ExitCode.USAGE, "Treatment and outcome are the same column, %s.".formatted(outcome));
    }
  }

  /** Columns of the table that may be learned from. */
  List<String> others(TableFile table) {
    String maybe = "Maybe it is mistyped; the header tells the names.";
    Stream.concat(Stream.of(treatment, outcome), ignored.stream())
        .forEach(name -> table.require(name, maybe));
    return table.header().stream()
        .filter(n -> !n.equals(treatment) && !n.equals(outcome) && !ignored.contains(n))
        .toList();
  }

  /** 1 treated, 0 not, -1 left out, per row. */
  int[] arms(TableFile table) {
    List<String> values = table.distinct(treatment);
    String untreated = control == null ? guess(values, CONTROL, table) : control;
    if (!values.contains(untreated)) {
      throw nobody("--control", untreated, values);
    }
    if (treated != null && !values.contains(treated)) {
      throw nobody("--treated", treated, values);
    }
    if (control == null) {
      guess(values, TREATED, table);
    }
    if (treated == null && values.size() > 2) {
      System.err.printf(
          "souk: Treated are all whose %s is not \"%s\": %s.%nMaybe say --treated VALUE for one of them.%n",
          treatment,
          untreated,
          values.stream().filter(v -> !v.equals(untreated)).limit(8).toList());
    }
    int[] arms = new int[table.rows()];
    for (int r = 0; r < arms.length; r++) {
      String value = table.text(treatment, r);
      if (TableFile.missing(value) && !value.equals(untreated) && !value.equals(treated)) {
        throw table.wrong(r, treatment, "does not say who was treated.\nMaybe remove the row");
      }
      arms[r] = value.equals(untreated) ? 0 : treated == null || value.equals(treated) ? 1 : -1;
    }
    return arms;
  }

  /** The one value of a usual kind, if there are two values. */
  private String guess(List<String> values, List<String> words, TableFile table) {
    List<String> found =
        values.stream()
            .filter(v -> words.contains(v.toLowerCase(Locale.ROOT).replaceAll("\\.0+$", "")))
            .toList();
    if (values.size() == 2 && found.size() == 1) {
      return found.get(0);
    }
    int[] counts = table.counts(treatment);
    List<String> told =
        Stream.iterate(0, i -> i + 1)
            .limit(Math.min(8, values.size()))
            .map(i -> "\"%s\" (%,d rows)".formatted(values.get(i), counts[i]))
            .toList();
    throw new CliFailure(
        ExitCode.USAGE,
        "Column %s does not say by 1 and 0 who was treated; it has %s%s.\nMaybe say --control VALUE for those who were not, and --treated VALUE if there are several treatments."
            .formatted(treatment, String.join(", ", told), values.size() > 8 ? " and others" : ""));
  }

  private CliFailure nobody(String option, String value, List<String> values) {
    return new CliFailure(
        ExitCode.USAGE,
        "No row has \"%s\" in column %s; it has %s.\nMaybe the value after %s is mistyped."
            .formatted(value, treatment, values.stream().limit(8).toList(), option));
  }

  /** The outcome of a row that is not left out. */
  double outcome(TableFile table, int row) {
    return TableFile.figure(table.text(outcome, row))
        .orElseThrow(
            () -> table.wrong(row, outcome, "is not a finite number.\nMaybe remove the row"));
  }
}
