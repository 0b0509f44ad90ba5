package souk.numeric.lib.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Intervals of a figure by drawing rows with replacement (percentile method, Efron and Tibshirani
 * 1993). Rows of equal target are drawn among themselves where there are two kinds, so that every
 * draw has both.
 */
public final class Bootstrap {
  private static final int FEWEST = 20;

  private final int repeats;
  private final double level;
  private final long seed;

  /**
   * @param repeats draws, at least 20
   * @param level share of draws inside the interval, in (0, 1), for example 0.95
   * @param seed same seed, same interval
   */
  public Bootstrap(int repeats, double level, long seed) {
    if (repeats < FEWEST || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "An interval needs at least %d draws and a level in (0, 1), but got %d and %s."
              .formatted(FEWEST, repeats, level));
    }
    this.repeats = repeats;
    this.level = level;
    this.seed = seed;
  }

  /** A figure of drawn rows. */
  @FunctionalInterface
  public interface Figure {
    /**
     * @param rows drawn, with repetitions
     */
    double of(int[] rows);
  }

  /** A figure of targets and scores. */
  @FunctionalInterface
  public interface Metric {
    double of(double[] target, double[] score);
  }

  /** The interval of a metric; strata by target if it has two kinds. */
  public Interval of(Metric metric, double[] target, double[] score) {
    Pairs.sameLength(target, score);
    return of(
        rows -> metric.of(take(target, rows), take(score, rows)), target.length, strata(target));
  }

  /** The interval of how much better the first of two scores of the same rows is. */
  public Interval difference(Metric metric, double[] target, double[] first, double[] second) {
    Pairs.sameLength(target, first);
    Pairs.sameLength(target, second);
    return of(
        rows -> {
          double[] seen = take(target, rows);
          return metric.of(seen, take(first, rows)) - metric.of(seen, take(second, rows));
        },
        target.length,
        strata(target));
  }

  /**
   * The interval of any figure; draws in which it is not defined (NaN) are left out.
   *
   * @param rows how many there are
   * @param stratum of each row; rows are drawn among their own
   */
  public Interval of(Figure figure, int rows, int[] stratum) {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int row = 0; row < rows; row++) {
      groups.computeIfAbsent(stratum[row], one -> new ArrayList<>()).add(row);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[repeats];
    int[] drawn = new int[rows];
    for (int r = 0; r < repeats; r++) {
      int at = 0;
      for (List<Integer> group : groups.values()) {
        for (int i = 0; i < group.size(); i++) {
          drawn[at++] = group.get(random.nextInt(group.size()));
        }
      }
      figures[r] = figure.of(drawn);
    }
    int[] all = new int[rows];
    Arrays.setAll(all, row -> row);
    double value = figure.of(all);
    double[] defined = Arrays.stream(figures).filter(one -> !Double.isNaN(one)).sorted().toArray();
    return defined.length == 0
        ? new Interval(value, value, value)
        : new Interval(
            value, quantile(defined, (1 - level) / 2), quantile(defined, (1 + level) / 2));
  }

  /** 0 and 1 apart; everything else together. */
  private static int[] strata(double[] target) {
    boolean twoKinds = Arrays.stream(target).allMatch(y -> y == 0 || y == 1);
    return Arrays.stream(target).mapToInt(y -> twoKinds ? (int) y : 0).toArray();
  }

  private static double[] take(double[] values, int[] rows) {
    double[] taken = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return taken;
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
