package souk.learn.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import souk.learn.api.TuningReport;
import souk.learn.lib.ensemble.Blend;
import souk.numeric.lib.calibrate.CrossFit;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Confusion;
import souk.numeric.lib.metrics.Errors;
import souk.numeric.lib.metrics.Interval;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

/**
 * Who won, and how good the whole procedure is on judged rows: each fold is answered by the learner
 * that did best on the other folds, and corrected by them, so neither choice nor correction has
 * seen it.
 *
 * @param best place of the learner that did best on all folds
 * @param kind how its answers are corrected; NONE for figures
 * @param target of judged rows
 * @param answers of the procedure for judged rows
 */
record Verdict(List<Integer> best, CrossFit.Kind kind, double[] target, double[] answers) {
  private static final int BINS = 10;
  private static final int BLENDED = 3;
  private static final double HALF = 0.5;

  /** How answers are measured. */
  interface Loss {
    double of(double[] target, double[] answers);
  }

  static Loss loss(boolean events) {
    return events ? Probabilities::logLoss : Errors::rmse;
  }

  /**
   * @param all answers per learner and row
   * @param foldOf fold per row; −1 where it was never judged
   * @param forward whether folds follow each other in time
   */
  static Verdict of(
      double[] target, List<double[]> all, int[] foldOf, boolean events, boolean forward) {
    int[] judged = IntStream.range(0, target.length).filter(r -> foldOf[r] >= 0).toArray();
    double[] seen = take(target, judged);
    int[] folds = Arrays.stream(judged).map(r -> foldOf[r]).toArray();
    List<double[]> answers = all.stream().map(one -> take(one, judged)).toList();
    int[] everywhere = IntStream.range(0, judged.length).toArray();
    List<Integer> best = best(seen, answers, everywhere, events);
    double[] nested = new double[judged.length];
    for (int f = 0; f <= Arrays.stream(folds).max().orElse(0); f++) {
      int fold = f;
      int[] others = everywhere(folds, forward, fold);
      List<Integer> choice =
          usable(seen, others, events) ? best(seen, answers, others, events) : List.of(0);
      double[] chosen = blend(answers, choice, events);
      for (int r = 0; r < nested.length; r++) {
        nested[r] = folds[r] == fold ? chosen[r] : nested[r];
      }
    }
    if (!events) {
      return new Verdict(best, CrossFit.Kind.NONE, seen, nested);
    }
    CrossFit.Kind kind = CrossFit.choose(seen, blend(answers, best, true), folds, forward).kind();
    return new Verdict(
        best, kind, seen, CrossFit.choose(seen, nested, folds, forward).probabilities());
  }

  private static double[] blend(List<double[]> answers, List<Integer> places, boolean events) {
    return Blend.of(places.stream().map(answers::get).toList(), events);
  }

  private static int[] everywhere(int[] folds, boolean forward, int fold) {
    return IntStream.range(0, folds.length)
        .filter(r -> forward ? folds[r] < fold : folds[r] != fold)
        .toArray();
  }

  private static boolean usable(double[] target, int[] rows, boolean events) {
    return rows.length > 0
        && (!events || Arrays.stream(rows).mapToDouble(r -> target[r]).sum() > 0);
  }

  /** The best one; or the best three, if their blend is better. */
  private static List<Integer> best(
      double[] target, List<double[]> answers, int[] rows, boolean events) {
    Loss loss = loss(events);
    double[] seen = take(target, rows);
    List<double[]> taken = answers.stream().map(one -> take(one, rows)).toList();
    double[] losses = taken.stream().mapToDouble(one -> loss.of(seen, one)).toArray();
    List<Integer> order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> losses[i]))
            .limit(BLENDED)
            .toList();
    return loss.of(seen, blend(taken, order, events)) < losses[order.get(0)]
        ? order
        : order.subList(0, 1);
  }

  static double[] take(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  /** Measures without doubt, for a candidate. */
  static Map<String, Double> metrics(double[] target, double[] answers, boolean events) {
    Map<String, Double> values = new LinkedHashMap<>();
    measures(target, events)
        .forEach((name, metric) -> values.put(name, metric.of(target, answers)));
    values.values().removeIf(value -> value.isNaN());
    return values;
  }

  /** Measures of the procedure with their intervals; those that have no answer are left out. */
  Map<String, TuningReport.Figure> metrics(boolean events, int draws, long seed) {
    Bootstrap bootstrap = new Bootstrap(draws, 0.95, seed);
    Map<String, TuningReport.Figure> figures = new LinkedHashMap<>();
    measures(target, events)
        .forEach(
            (name, metric) -> {
              if (!Double.isNaN(metric.of(target, answers))) {
                figures.put(name, figure(bootstrap.of(metric, target, answers)));
              }
            });
    return figures;
  }

  private static TuningReport.Figure figure(Interval interval) {
    return new TuningReport.Figure(interval.value(), interval.low(), interval.high());
  }

  private static Map<String, Bootstrap.Metric> measures(double[] target, boolean events) {
    Map<String, Bootstrap.Metric> measures = new LinkedHashMap<>();
    double happened = Arrays.stream(target).sum();
    if (!events) {
      measures.put("rmse", Errors::rmse);
      measures.put("mae", Errors::mae);
      measures.put("r2", Errors::r2);
      measures.put("bias", Errors::bias);
      return measures;
    }
    if (happened > 0 && happened < target.length) {
      measures.put("auc", Ranking::auc);
      measures.put("averagePrecision", Ranking::averagePrecision);
      measures.put("liftTopDecile", (y, p) -> Ranking.lift(y, p, 0.1));
    }
    measures.put("logLoss", Probabilities::logLoss);
    measures.put("brier", Probabilities::brier);
    measures.put("ece", (y, p) -> Probabilities.ece(y, p, BINS));
    measures.put("precision", (y, p) -> Confusion.of(y, p, HALF).precision());
    measures.put("recall", (y, p) -> Confusion.of(y, p, HALF).recall());
    measures.put("specificity", (y, p) -> Confusion.of(y, p, HALF).specificity());
    measures.put("f1", (y, p) -> Confusion.of(y, p, HALF).f1());
    return measures;
  }

  List<TuningReport.CalibrationBin> calibration() {
    return Probabilities.table(target, answers, BINS).stream()
        .map(b -> new TuningReport.CalibrationBin(b.rows(), b.predicted(), b.happened()))
        .toList();
  }

  List<Double> deciles() {
    return Arrays.stream(Ranking.deciles(target, answers)).boxed().toList();
  }
}
