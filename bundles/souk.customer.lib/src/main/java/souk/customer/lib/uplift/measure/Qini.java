package souk.customer.lib.uplift.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Trial;

/**
 * How well scores rank rows by uplift.
 *
 * <p>The Qini curve is {@code Q(φ) = (R_t − R_c · N_t / N_c) / N_t(all)} over the share φ of rows
 * with the highest scores: what treating them brings, per treated row of the whole trial
 * (Radcliffe, Using control groups to target on predicted lift, Direct Marketing Analytics Journal,
 * 2007). Rows of equal score are one step. With unequal chances of treatment every row counts by
 * the inverse of the chance of what happened to it.
 *
 * @param area area between curve and the straight line to its end; 0 for scores of chance
 * @param coefficient that area over the one of the best order in hindsight: treated successes
 *     first, successes without treatment last; NaN unless outcomes are 0 or 1
 * @param auuc area under {@code φ · effect among the rows so far}, above the straight line
 *     (Gutierrez and Gérardy, JMLR W&amp;CP 67, 2017)
 * @param effect average effect of the treatment over all rows
 */
public record Qini(Estimate area, Estimate coefficient, Estimate auuc, Estimate effect) {

  /**
   * Measures with 95 % percentile intervals: both arms are drawn anew with replacement.
   *
   * @param replicates bootstrap samples, at least 1
   */
  public static Qini of(Trial trial, double[] score, int replicates, long seed) {
    RankedTrial ranked = new RankedTrial(trial, score);
    int[] once = new int[ranked.size()];
    Arrays.fill(once, 1);
    double[] value = figures(ranked, once);
    double[][] drawn = new double[value.length][replicates];
    SplittableRandom random = new SplittableRandom(seed);
    int[] treated = places(ranked, true);
    int[] control = places(ranked, false);
    int[] times = new int[ranked.size()];
    for (int b = 0; b < replicates; b++) {
      Arrays.fill(times, 0);
      draw(treated, times, random);
      draw(control, times, random);
      double[] figures = figures(ranked, times);
      for (int f = 0; f < figures.length; f++) {
        drawn[f][b] = figures[f];
      }
    }
    return new Qini(
        Estimate.ofReplicates(value[0], drawn[0]),
        Estimate.ofReplicates(value[1], drawn[1]),
        Estimate.ofReplicates(value[2], drawn[2]),
        Estimate.ofReplicates(value[3], drawn[3]));
  }

  /** The area alone. */
  public static double area(Trial trial, double[] score) {
    RankedTrial ranked = new RankedTrial(trial, score);
    int[] once = new int[ranked.size()];
    Arrays.fill(once, 1);
    return figures(ranked, once)[0];
  }

  private static int[] places(RankedTrial ranked, boolean treated) {
    return IntStream.range(0, ranked.size()).filter(i -> ranked.treated(i) == treated).toArray();
  }

  private static void draw(int[] places, int[] times, SplittableRandom random) {
    for (int i = 0; i < places.length; i++) {
      times[places[random.nextInt(places.length)]]++;
    }
  }

  /** Area, coefficient, AUUC, effect. */
  private static double[] figures(RankedTrial ranked, int[] times) {
    RankedTrial.Totals all = ranked.totals(times);
    Areas areas = new Areas();
    ranked.walk(times, all, areas);
    double effect = all.effect();
    double area = areas.qini - effect / 2;
    double best = ranked.binary() ? best(all) : Double.NaN;
    return new double[] {
      area, best > 0 ? area / best : Double.NaN, areas.auuc - effect / 2, effect
    };
  }

  private static final class Areas implements RankedTrial.Point {
    private double rows;
    private double gain;
    private double lift;
    private double qini;
    private double auuc;

    @Override
    public void at(double rowsNow, double armRows, double effect) {
      double step = rowsNow - rows;
      double gainNow = armRows * effect;
      double liftNow = rowsNow * effect;
      qini += step * (gain + gainNow) / 2;
      auuc += step * (lift + liftNow) / 2;
      rows = rowsNow;
      gain = gainNow;
      lift = liftNow;
    }
  }

  /** Area of the order that hindsight would choose. */
  private static double best(RankedTrial.Totals all) {
    double top = all.treatedOutcome() / all.treated();
    double rise = all.treatedSuccesses() / all.rows();
    double fall = all.controlSuccesses() / all.rows();
    return top * rise / 2
        + top * (1 - rise - fall)
        + (top + all.effect()) / 2 * fall
        - all.effect() / 2;
  }
}
