package souk.customer.lib.uplift.measure;

import java.util.Comparator;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Trial;

/** Rows of a trial by falling score, with rows of equal score side by side. */
final class RankedTrial {
  private final boolean[] treated;
  private final double[] outcome;
  private final double[] weight;
  private final boolean[] last;
  private final boolean binary;

  RankedTrial(Trial trial, double[] score) {
    int n = trial.size();
    if (score.length != n) {
      throw new IllegalArgumentException("%d scores for %d rows.".formatted(score.length, n));
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(r -> -score[r]).thenComparing(r -> r))
            .mapToInt(Integer::intValue)
            .toArray();
    this.treated = new boolean[n];
    this.outcome = new double[n];
    this.weight = new double[n];
    this.last = new boolean[n];
    this.binary = trial.binary();
    for (int i = 0; i < n; i++) {
      int row = order[i];
      if (Double.isNaN(score[row])) {
        throw new IllegalArgumentException("The score of row %d is not a number.".formatted(row));
      }
      treated[i] = trial.treated(row);
      outcome[i] = trial.outcome(row);
      weight[i] = 1 / trial.chance(row);
      last[i] = i == n - 1 || score[row] != score[order[i + 1]];
    }
  }

  int size() {
    return treated.length;
  }

  boolean treated(int i) {
    return treated[i];
  }

  /** Visits the point after each group of equal scores. */
  interface Point {
    /**
     * @param rows share of the rows so far
     * @param armRows weighted rows of the treated so far, as a share of all treated
     * @param effect mean outcome of the treated so far less that of the others; an arm without rows
     *     has mean 0
     */
    void at(double rows, double armRows, double effect);
  }

  /** Sums over all rows, each {@code times[i]} times. */
  Totals totals(int[] times) {
    double[] sums = new double[5];
    for (int i = 0; i < treated.length; i++) {
      double w = weight[i] * times[i];
      sums[treated[i] ? 0 : 1] += w;
      sums[treated[i] ? 2 : 3] += w * outcome[i];
      sums[4] += times[i];
    }
    double successT = 0;
    double successC = 0;
    for (int i = 0; i < treated.length && binary; i++) {
      if (outcome[i] == 1) {
        successT += treated[i] ? times[i] : 0;
        successC += treated[i] ? 0 : times[i];
      }
    }
    return new Totals(sums[0], sums[1], sums[2], sums[3], sums[4], successT, successC);
  }

  /** Weighted rows and outcomes of both arms, rows, and successful rows of both arms. */
  record Totals(
      double treated,
      double control,
      double treatedOutcome,
      double controlOutcome,
      double rows,
      double treatedSuccesses,
      double controlSuccesses) {
    double effect() {
      return treatedOutcome / treated - controlOutcome / control;
    }
  }

  void walk(int[] times, Totals all, Point point) {
    double nt = 0;
    double nc = 0;
    double yt = 0;
    double yc = 0;
    double rows = 0;
    for (int i = 0; i < treated.length; i++) {
      double w = weight[i] * times[i];
      rows += times[i];
      if (treated[i]) {
        nt += w;
        yt += w * outcome[i];
      } else {
        nc += w;
        yc += w * outcome[i];
      }
      if (last[i]) {
        double effect = (nt > 0 ? yt / nt : 0) - (nc > 0 ? yc / nc : 0);
        point.at(rows / all.rows(), nt / all.treated(), effect);
      }
    }
  }

  boolean binary() {
    return binary;
  }
}
