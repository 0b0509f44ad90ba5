package souk.learn.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import souk.learn.api.LearningTask;
import souk.learn.api.TuningReport;
import souk.learn.lib.ensemble.Blend;
import souk.learn.lib.explain.Permutation;
import souk.learn.lib.split.Fold;
import souk.learn.lib.table.Sample;

/** What the models of the folds go by, measured on rows they did not learn from. */
final class Shuffling {
  private static final int MOST_ROWS = 2_000;
  private static final int REPEATS = 2;
  private static final long SEED = 1;
  private static final double NORMAL = 1.96;

  private Shuffling() {}

  /** Most important first; the interval is by how far the folds differ. */
  static List<TuningReport.Importance> importance(
      List<Contest.Entry> blended,
      List<String> columns,
      Sample sample,
      List<Fold> folds,
      LearningTask.Target target) {
    boolean events = target == LearningTask.Target.BINARY;
    double[][] rises = new double[folds.size()][];
    for (int f = 0; f < rises.length; f++) {
      int fold = f;
      int[] test = some(folds.get(f).test());
      Sample judged = sample.take(test);
      rises[f] =
          Permutation.of(
              judged.rows(),
              rows ->
                  Blend.of(
                      blended.stream()
                          .map(
                              e ->
                                  e.variant().learner().predict(e.models().get(fold), rows, target))
                          .toList(),
                      events),
              answers -> Verdict.loss(events).of(judged.target(), answers),
              REPEATS,
              SEED + f);
    }
    List<TuningReport.Importance> all = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      all.add(new TuningReport.Importance(columns.get(c), figure(rises, c)));
    }
    all.sort(
        Comparator.comparingDouble((TuningReport.Importance one) -> one.rise().value()).reversed());
    return all;
  }

  /** At most so many rows, spread over all. */
  private static int[] some(int[] rows) {
    if (rows.length <= MOST_ROWS) {
      return rows;
    }
    int[] some = new int[MOST_ROWS];
    for (int i = 0; i < some.length; i++) {
      some[i] = rows[(int) ((long) i * rows.length / MOST_ROWS)];
    }
    return some;
  }

  private static TuningReport.Figure figure(double[][] rises, int column) {
    int n = rises.length;
    double mean = 0;
    for (double[] rise : rises) {
      mean += rise[column] / n;
    }
    double squares = 0;
    for (double[] rise : rises) {
      squares += (rise[column] - mean) * (rise[column] - mean);
    }
    double doubt = n < 2 ? 0 : NORMAL * StrictMath.sqrt(squares / (n - 1) / n);
    return new TuningReport.Figure(mean, mean - doubt, mean + doubt);
  }
}
