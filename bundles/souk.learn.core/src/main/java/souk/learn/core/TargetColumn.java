package souk.learn.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import souk.learn.api.DataFrame;
import souk.learn.api.TuningPlan;
import souk.model.Reason;

/**
 * What is to be learned, row by row.
 *
 * @param kept rows whose target is known, increasing
 * @param values per kept row: a figure, or 1 and 0
 * @param positive the kind that 1 stands for; empty for figures
 * @param notes what was done
 */
record TargetColumn(int[] kept, double[] values, Optional<String> positive, List<Reason> notes) {
  private static final int FEWEST_ROWS = 20;
  private static final int MOST_NAMED = 6;

  /**
   * @throws IllegalArgumentException if it cannot be learned; says why
   */
  static TargetColumn of(DataFrame table, TuningPlan plan) {
    if (!table.names().contains(plan.target())) {
      throw new IllegalArgumentException(
          "There is no column %s; there are %s.%nMaybe the target is written differently."
              .formatted(plan.target(), table.names()));
    }
    return plan.question() == TuningPlan.Question.CLASSIFY
        ? kinds(table, plan)
        : figures(table, plan);
  }

  private static TargetColumn figures(DataFrame table, TuningPlan plan) {
    double[] all =
        table
            .figures(plan.target())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Column %s holds texts, but figures are needed to regress.%nMaybe \"classify\" was meant."
                            .formatted(plan.target())));
    int[] kept = IntStream.range(0, all.length).filter(r -> !Double.isNaN(all[r])).toArray();
    enough(kept.length, plan);
    double[] values = Arrays.stream(kept).mapToDouble(r -> all[r]).toArray();
    if (Arrays.stream(values).distinct().count() == 1) {
      throw new IllegalArgumentException(
          "Column %s is %s in all %d rows, so there is nothing to learn."
              .formatted(plan.target(), values[0], values.length));
    }
    return new TargetColumn(kept, values, Optional.empty(), missing(table, kept, plan));
  }

  private static TargetColumn kinds(DataFrame table, TuningPlan plan) {
    String[] texts = texts(table, plan.target());
    int[] kept = IntStream.range(0, texts.length).filter(r -> !texts[r].isEmpty()).toArray();
    enough(kept.length, plan);
    Map<String, Integer> counts = new TreeMap<>();
    Arrays.stream(kept).forEach(r -> counts.merge(texts[r], 1, Integer::sum));
    String positive = positive(counts, plan);
    double[] values =
        Arrays.stream(kept).mapToDouble(r -> texts[r].equals(positive) ? 1 : 0).toArray();
    long happened = counts.getOrDefault(positive, 0);
    long rarer = Math.min(happened, values.length - happened);
    if (rarer < plan.folds()) {
      throw new IllegalArgumentException(
          "Only %d of %d rows are of the rarer kind of column %s; %d folds need as many.%nMaybe more data is needed, or fewer folds."
              .formatted(rarer, values.length, plan.target(), plan.folds()));
    }
    return new TargetColumn(kept, values, Optional.of(positive), missing(table, kept, plan));
  }

  private static String positive(Map<String, Integer> counts, TuningPlan plan) {
    String some = named(counts);
    if (counts.size() == 1) {
      throw new IllegalArgumentException(
          "Column %s is %s in all rows, so there is nothing to tell apart."
              .formatted(plan.target(), some));
    }
    if (plan.positive().isPresent()) {
      if (!counts.containsKey(plan.positive().get())) {
        throw new IllegalArgumentException(
            "Column %s is never %s; it is %s."
                .formatted(plan.target(), plan.positive().get(), some));
      }
      return plan.positive().get();
    }
    if (counts.size() > 2) {
      throw new IllegalArgumentException(
          "Column %s has %d kinds (%s); two are told apart.%nMaybe name one to tell from all others, or \"regress\" was meant."
              .formatted(plan.target(), counts.size(), some));
    }
    return counts.entrySet().stream()
        .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(TargetColumn::usual))
        .orElseThrow()
        .getKey();
  }

  /** Of two equally rare kinds, "1", "true" and "yes" sort behind "0", "false" and "no". */
  private static int usual(Map.Entry<String, Integer> one, Map.Entry<String, Integer> other) {
    return other.getKey().compareTo(one.getKey());
  }

  private static String named(Map<String, Integer> counts) {
    List<String> names = new ArrayList<>(counts.keySet());
    return names.size() <= MOST_NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMED)) + ", …";
  }

  private static void enough(int rows, TuningPlan plan) {
    if (rows < FEWEST_ROWS) {
      throw new IllegalArgumentException(
          "Column %s is known in %d rows, but at least %d are needed to learn and to judge."
              .formatted(plan.target(), rows, FEWEST_ROWS));
    }
  }

  private static List<Reason> missing(DataFrame table, int[] kept, TuningPlan plan) {
    int gone = table.rows() - kept.length;
    return gone == 0
        ? List.of()
        : List.of(
            Reason.of(
                "learn.target-missing",
                "%d of %d rows were left out: column %s is not known there."
                    .formatted(gone, table.rows(), plan.target()),
                gone,
                table.rows(),
                plan.target()));
  }

  /** A column as texts; whole figures are written without a point. */
  static String[] texts(DataFrame table, String column) {
    if (table.texts(column).isPresent()) {
      return table.texts(column).get().toArray(String[]::new);
    }
    return Arrays.stream(table.figures(column).orElseThrow())
        .mapToObj(
            figure ->
                Double.isNaN(figure)
                    ? ""
                    : figure == (long) figure
                        ? Long.toString((long) figure)
                        : Double.toString(figure))
        .toArray(String[]::new);
  }
}
