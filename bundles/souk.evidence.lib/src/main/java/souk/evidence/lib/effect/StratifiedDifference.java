package souk.evidence.lib.effect;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean difference between treated and control units, compared within the strata in which they
 * were randomised, optionally adjusted for the period before.
 *
 * <p>Estimate: {@code Σ_s w_s (ȳ_s1 − ȳ_s0)} with {@code w_s} = share of all units in stratum s.
 * Variance: {@code Σ_s w_s² (s²_s1/n_s1 + s²_s0/n_s0)} (Neyman 1923), which is what HC2 standard
 * errors give in the regression saturated in strata and sides. Interval: t with the degrees of
 * freedom of Welch and Satterthwaite.
 *
 * <p>Adjustment (CUPED: Deng, Xu, Kohavi, Walker 2013): {@code y − θ (x − x̄_s)} takes the place of
 * y, with the one θ over all strata and sides that minimises the variance above, {@code θ = Σ c_sa
 * cov_sa(x,y) / Σ c_sa var_sa(x)}, {@code c_sa = w_s²/n_sa}. x was measured before, so the estimate
 * stays consistent whatever θ is; the variance is increased by the one degree of freedom that θ
 * costs. Pure.
 */
public final class StratifiedDifference {
  private StratifiedDifference() {}

  /**
   * The difference as it is.
   *
   * @param level of the interval, in (0, 1)
   * @throws IllegalArgumentException if a side has fewer than two units
   */
  public static Effect plain(Sample sample, double level) {
    Cells cells = Cells.of(sample);
    return estimate(cells, sample.after(), level, 0, 0, 0);
  }

  /**
   * The difference adjusted for the period before; without any variation before, as it is.
   *
   * @param level of the interval, in (0, 1)
   * @throws IllegalArgumentException if a side has fewer than two units
   */
  public static Effect adjusted(Sample sample, double level) {
    Cells cells = Cells.of(sample);
    double covariance = 0;
    double variance = 0;
    for (Cells.Cell cell : cells.all()) {
      double c = cell.weight() * cell.weight() / cell.units().length;
      covariance += c * cell.covariance(sample.before(), sample.after());
      variance += c * cell.covariance(sample.before(), sample.before());
    }
    long free = sample.units() - 2L * cells.strata();
    if (!(variance > 0) || free < 2) {
      return plain(sample, level);
    }
    double slope = covariance / variance;
    double[] adjusted = new double[sample.units()];
    for (int s = 0; s < cells.strata(); s++) {
      Cells.Cell one = cells.treated().get(s);
      Cells.Cell zero = cells.control().get(s);
      double n = one.units().length + zero.units().length;
      double mean =
          (one.mean(sample.before()) * one.units().length
                  + zero.mean(sample.before()) * zero.units().length)
              / n;
      for (int[] units : List.of(one.units(), zero.units())) {
        for (int unit : units) {
          adjusted[unit] = sample.after()[unit] - slope * (sample.before()[unit] - mean);
        }
      }
    }
    double plainError = plain(sample, level).standardError();
    return estimate(cells, adjusted, level, slope, plainError, free / (free - 1.0));
  }

  private static Effect estimate(
      Cells cells, double[] values, double level, double slope, double plainError, double factor) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level must lie in (0, 1), but is " + level + ".");
    }
    double difference = 0;
    double controlMean = 0;
    for (int s = 0; s < cells.strata(); s++) {
      Cells.Cell zero = cells.control().get(s);
      difference += zero.weight() * (cells.treated().get(s).mean(values) - zero.mean(values));
      controlMean += zero.weight() * zero.mean(values);
    }
    double variance = 0;
    double squares = 0;
    double largest = 0;
    for (Cells.Cell cell : cells.all()) {
      int n = cell.units().length;
      double scale = cell.weight() * cell.weight() / n;
      double part = scale * cell.covariance(values, values);
      variance += part;
      squares += part * part / (n - 1);
      double mean = cell.mean(values);
      for (int unit : cell.units()) {
        double d = values[unit] - mean;
        largest = Math.max(largest, scale * d * d / (n - 1));
      }
    }
    double degrees = squares > 0 ? Math.max(1, variance * variance / squares) : 1;
    double share = variance > 0 ? Math.min(1, largest / variance) : 0;
    double error = StrictMath.sqrt(variance * (factor > 0 ? factor : 1));
    double t = new TDistribution(degrees).inverseCumulativeProbability(0.5 + level / 2);
    double reduction =
        plainError > 0 ? Math.max(0, 1 - error * error / (plainError * plainError)) : 0;
    return new Effect(
        difference,
        error,
        difference - t * error,
        difference + t * error,
        degrees,
        controlMean,
        slope,
        reduction,
        cells.strata(),
        share);
  }
}
