package souk.evidence.lib.market;

import java.time.LocalDate;
import souk.model.Panel;
import souk.model.Series;

/**
 * How much is sold in a week of the year, relative to the mean of the year. Fitted on the total of
 * the articles that were there from the start: smoothed logs over five neighbouring weeks, round
 * the year. With less than {@value #LEAST_WEEKS} weeks of history it is 1 throughout. One year
 * cannot tell season from growth; the index then holds both. Immutable.
 */
public final class SeasonIndex {
  /** Weeks of history below which nothing can be said. */
  public static final int LEAST_WEEKS = 48;

  private static final int WEEKS = 52;
  private static final int START_TOLERANCE = 8;
  private static final double[] KERNEL = {1, 2, 3, 2, 1};
  private static final double LOWEST = 0.4;
  private static final double HIGHEST = 2.5;

  private final double[] index;

  private SeasonIndex(double[] index) {
    this.index = index;
  }

  /** Fits the index on units per article and week. */
  public static SeasonIndex fit(Panel weekly) {
    int first = Integer.MAX_VALUE;
    int until = Integer.MIN_VALUE;
    for (Series series : weekly.seriesList()) {
      first = Math.min(first, series.firstStep());
      until = Math.max(until, series.untilStep());
    }
    double[] flat = new double[WEEKS];
    java.util.Arrays.fill(flat, 1);
    if (weekly.seriesList().isEmpty() || until - first < LEAST_WEEKS) {
      return new SeasonIndex(flat);
    }
    double[] sum = new double[WEEKS];
    int[] count = new int[WEEKS];
    for (int step = first; step < until; step++) {
      double total = 0;
      for (Series series : weekly.seriesList()) {
        boolean there = series.firstStep() <= first + START_TOLERANCE;
        if (there && step >= series.firstStep() && step < series.untilStep()) {
          total += series.value(step - series.firstStep());
        }
      }
      int week = weekOfYear(weekly.grid().dateOf(step));
      sum[week] += total;
      count[week]++;
    }
    return new SeasonIndex(smooth(sum, count));
  }

  /** The index of the week that starts on a day. */
  public double of(LocalDate weekStart) {
    return index[weekOfYear(weekStart)];
  }

  private static double[] smooth(double[] sum, int[] count) {
    double mean = 0;
    int known = 0;
    for (int w = 0; w < WEEKS; w++) {
      if (count[w] > 0) {
        mean += sum[w] / count[w];
        known++;
      }
    }
    mean /= known;
    double[] index = new double[WEEKS];
    if (!(mean > 0)) {
      java.util.Arrays.fill(index, 1);
      return index;
    }
    double level = 0;
    for (int w = 0; w < WEEKS; w++) {
      double log = 0;
      double weight = 0;
      for (int k = 0; k < KERNEL.length; k++) {
        int v = Math.floorMod(w + k - KERNEL.length / 2, WEEKS);
        if (count[v] > 0) {
          // A twentieth of the mean keeps weeks in which the shop was closed finite.
          log += KERNEL[k] * StrictMath.log(sum[v] / count[v] + 0.05 * mean);
          weight += KERNEL[k];
        }
      }
      index[w] = weight > 0 ? StrictMath.exp(log / weight) : mean;
      level += index[w] / WEEKS;
    }
    for (int w = 0; w < WEEKS; w++) {
      index[w] = Math.max(LOWEST, Math.min(HIGHEST, index[w] / level));
    }
    return index;
  }

  private static int weekOfYear(LocalDate day) {
    return Math.min(WEEKS - 1, (day.getDayOfYear() - 1) / 7);
  }
}
