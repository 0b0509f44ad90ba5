package souk.demand.core;

import java.util.Arrays;
import java.util.List;
import souk.demand.api.HierarchyPlan;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.math.Normal;
import souk.demand.lib.reconcile.Hierarchy;
import souk.demand.lib.reconcile.NestedRounding;
import souk.demand.lib.reconcile.Reconciliation;

/** Makes the means of totals and bottom series add up, step by step. */
final class Coherence {
  private final Hierarchy hierarchy;
  private final List<int[][]> groups;
  private final List<SeriesForecast> all;
  private final double[][] means;
  private double largestGap;

  /**
   * @param all forecasts of the totals, then of the bottom series
   */
  Coherence(Hierarchy hierarchy, List<int[][]> groups, List<SeriesForecast> all) {
    this.hierarchy = hierarchy;
    this.groups = groups;
    this.all = all;
    this.means = all.stream().map(SeriesForecast::mean).toArray(double[][]::new);
  }

  void reconcile(HierarchyPlan.Method method, boolean nonNegative, boolean wholeNumbers) {
    for (int h = 0; h < all.get(0).horizon(); h++) {
      int step = h;
      double[] given = Arrays.stream(means).mapToDouble(mean -> mean[step]).toArray();
      double[] answer = Reconciliation.bottomUp(hierarchy, given);
      if (method == HierarchyPlan.Method.MIN_TRACE) {
        gap(given, answer);
        answer = Reconciliation.minimumTrace(hierarchy, given, variances(step));
      }
      if (nonNegative) {
        liftNegative(answer);
      }
      if (wholeNumbers) {
        double[] bottom = Arrays.copyOfRange(answer, hierarchy.totals(), answer.length);
        double[] whole = NestedRounding.round(bottom, groups);
        System.arraycopy(whole, 0, answer, hierarchy.totals(), whole.length);
      }
      hierarchy.addUp(answer);
      for (int s = 0; s < means.length; s++) {
        means[s][h] = answer[s];
      }
    }
  }

  private void gap(double[] given, double[] added) {
    for (int i = 0; i < hierarchy.totals(); i++) {
      double gap = StrictMath.abs(given[i] - added[i]);
      largestGap = StrictMath.max(largestGap, gap > 0 ? gap / StrictMath.abs(given[i]) : 0);
    }
  }

  /** From the width of the intervals; without intervals the number of bottom series. */
  private double[] variances(int h) {
    double[] variances = new double[all.size()];
    for (int s = 0; s < variances.length; s++) {
      SeriesForecast forecast = all.get(s);
      double[] levels = forecast.levels();
      int last = levels.length - 1;
      if (last < 1) {
        variances[s] = s < hierarchy.totals() ? groupsOf(s) : 1;
      } else {
        double width = forecast.quantile(last)[h] - forecast.quantile(0)[h];
        double sigma = width / (Normal.quantile(levels[last]) - Normal.quantile(levels[0]));
        double least = 1e-3 * StrictMath.abs(forecast.mean()[h]) + 1e-6;
        variances[s] = StrictMath.max(sigma * sigma, least * least);
      }
    }
    return variances;
  }

  private int groupsOf(int total) {
    int at = total;
    for (int[][] level : groups) {
      if (at < level.length) {
        return level[at].length;
      }
      at -= level.length;
    }
    return 1;
  }

  /** Negative bottom values become 0; the others shrink so that the grand total stays. */
  private void liftNegative(double[] answer) {
    double sum = 0;
    double positive = 0;
    for (int s = hierarchy.totals(); s < answer.length; s++) {
      sum += answer[s];
      positive += StrictMath.max(0, answer[s]);
    }
    double factor = positive > 0 ? StrictMath.max(0, sum) / positive : 0;
    for (int s = hierarchy.totals(); sum < positive && s < answer.length; s++) {
      answer[s] = StrictMath.max(0, answer[s]) * factor;
    }
  }

  /** Forecast of one position with its new mean; quantiles move along. */
  SeriesForecast of(int position, String id, boolean nonNegative, boolean wholeNumbers) {
    SeriesForecast own = all.get(position);
    double[] before = own.mean();
    double[][] quantiles = new double[own.levels().length][];
    for (int q = 0; q < quantiles.length; q++) {
      quantiles[q] = own.quantile(q);
      for (int h = 0; h < before.length; h++) {
        double moved = quantiles[q][h] + means[position][h] - before[h];
        quantiles[q][h] = nonNegative ? StrictMath.max(0, moved) : moved;
      }
    }
    SeriesForecast moved =
        new SeriesForecast(id, means[position], own.levels(), quantiles, own.method(), own.notes());
    return wholeNumbers ? WholeNumbers.with(moved, means[position]) : moved;
  }

  /** By how much a total was off its members before, as a share of the total. */
  double largestGap() {
    return largestGap;
  }
}
