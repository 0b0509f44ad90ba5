package souk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Rows;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.base.LogisticRegression;
import souk.customer.lib.uplift.measure.Randomness;

/** A trial from a file, and the rows of another file in the same columns. */
final class UpliftTable {
  private static final int FEWEST_OF_ARM = 50;
  private static final int TELLING_ROWS = 30;
  private static final double TELLING_CHANCE = 1e-6;

  private final TableColumns columns;
  private final Trial trial;
  private final Randomness randomness;
  private final int leftOut;

  private UpliftTable(TableColumns columns, Trial trial, Randomness randomness, int leftOut) {
    this.columns = columns;
    this.trial = trial;
    this.randomness = randomness;
    this.leftOut = leftOut;
  }

  /**
   * @param asked the table that is to be answered; only columns that it has too are learned from
   */
  static UpliftTable of(
      TableFile table, UpliftColumns meaning, Optional<TableFile> asked, long seed) {
    List<String> candidates = new ArrayList<>(meaning.others(table));
    int[] arms = meaning.arms(table);
    int[] places = IntStream.range(0, arms.length).filter(r -> arms[r] >= 0).toArray();
    boolean[] treated = new boolean[places.length];
    double[] outcome = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      treated[i] = arms[places[i]] == 1;
      outcome[i] = meaning.outcome(table, places[i]);
    }
    checkArms(treated, outcome, meaning);
    TableColumns columns = new TableColumns(table, candidates);
    asked.ifPresent(
        other ->
            columns.used().stream()
                .filter(name -> !other.has(name))
                .forEach(name -> columns.leaveOut(name, "not in the file to be answered")));
    leaveOutOutcomes(table, columns, places, outcome, meaning.outcome());
    if (columns.used().isEmpty()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "No column is left to learn from: %s.\nMaybe --ignore names too many."
              .formatted(columns.leftOut()));
    }
    Trial even = Trial.randomised(Rows.at(columns.rows(table), places), treated, outcome);
    Randomness randomness = Randomness.of(even, new LogisticRegression(1), seed);
    Trial trial =
        randomness.suspicious()
            ? Trial.of(even.rows(), treated, outcome, randomness.propensity())
            : even;
    return new UpliftTable(columns, trial, randomness, arms.length - places.length);
  }

  private static void checkArms(boolean[] treated, double[] outcome, UpliftColumns meaning) {
    int[] count = new int[2];
    boolean same = true;
    for (int r = 0; r < treated.length; r++) {
      count[treated[r] ? 1 : 0]++;
      same &= outcome[r] == outcome[0];
    }
    if (count[0] < FEWEST_OF_ARM || count[1] < FEWEST_OF_ARM) {
      throw new CliFailure(
          ExitCode.USAGE,
          "%,d rows were treated and %,d were not; each arm needs at least %d.\nMaybe --control or --treated names the wrong value."
              .formatted(count[1], count[0], FEWEST_OF_ARM));
    }
    if (same) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The outcome %s is %s in every row; there is nothing to learn."
              .formatted(meaning.outcome(), outcome[0]));
    }
  }

  /**
   * A column whose unusual values come with one outcome only was most likely filled after the
   * outcome: who spent has visited.
   */
  private static void leaveOutOutcomes(
      TableFile table, TableColumns columns, int[] places, double[] outcome, String name) {
    double successes = 0;
    for (double y : outcome) {
      if (y != 0 && y != 1) {
        return;
      }
      successes += y;
    }
    double share = successes / outcome.length;
    for (String column : columns.used()) {
      List<String> texts = table.distinct(column);
      int[] counts = table.counts(column);
      int usual = 0;
      for (int c = 1; c < counts.length; c++) {
        usual = counts[c] > counts[usual] ? c : usual;
      }
      int unusual = 0;
      double seen = 0;
      for (int i = 0; i < places.length; i++) {
        if (!table.text(column, places[i]).equals(texts.get(usual))) {
          unusual++;
          seen += outcome[i];
        }
      }
      double rate = seen == unusual ? share : seen == 0 ? 1 - share : 1;
      if (unusual >= TELLING_ROWS && Math.pow(rate, unusual) < TELLING_CHANCE) {
        columns.leaveOut(
            column,
            "%,d rows with another value than \"%s\" all have %s = %d: filled afterwards?"
                .formatted(unusual, texts.get(usual), name, seen == 0 ? 0 : 1));
      }
    }
  }

  Trial trial() {
    return trial;
  }

  Randomness randomness() {
    return randomness;
  }

  /** Rows of other treatments. */
  int rowsLeftOut() {
    return leftOut;
  }

  List<String> columns() {
    return columns.used();
  }

  Map<String, String> columnsLeftOut() {
    return columns.leftOut();
  }

  double[][] rows(TableFile asked) {
    return columns.rows(asked);
  }
}
