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
 * y, with the one least-squares slope within strata and sides, {@code θ = Σ (x − x̄_sa)(y − ȳ_sa) /
 * Σ (x − x̄_sa)²}. x was measured before, so the estimate stays consistent whatever θ is; a slope
 * that minimises the variance above would lean on the few units held out. Where tails are heavy, θ
 * follows a few units and their residuals look too small: each residual is divided by {@code 1 −
 * h}, h its share in the denominator of θ, as HC3 does (MacKinnon and White 1985). Pure.
 */
public final class StratifiedDifference {
  private static final double LARGEST_LEVERAGE = 0.95;

  private StratifiedDifference() {}

  /**
   * The difference as it is.
   *
   * @param level of the interval, in (0, 1)
   * @throws IllegalArgumentException if a side has fewer than two units
   */
  public static Effect plain(Sample sample, double level) {
    Cells cells = Cells.of(sample);
    return estimate(cells, sample.after(), new double[sample.units()], level, 0, 0);
  }

  /**
   * The difference adjusted for the period before; without any variation before, as it is.
   *
   * @param level of the interval, in (0, 1)
   * @throws IllegalArgumentException if a side has fewer than two units
   */
  public static Effect adjusted(Sample sample, double level) {
    Cells cells = Cells.of(sample);
    double[] before = sample.before();
    double[] after = sample.after();
    double covariance = 0;
    double variance = 0;
    for (Cells.Cell cell : cells.all()) {
      int free = cell.units().length - 1;
      covariance += free * cell.covariance(before, after);
      variance += free * cell.covariance(before, before);
    }
    if (!(variance > 0) || sample.units() - 2 * cells.strata() < 2) {
      return plain(sample, level);
    }
    double slope = covariance / variance;
    double[] adjusted = new double[sample.units()];
    double[] leverage = new double[sample.units()];
    for (int s = 0; s < cells.strata(); s++) {
      Cells.Cell one = cells.treated().get(s);
      Cells.Cell zero = cells.control().get(s);
      double n = one.units().length + zero.units().length;
      double mean =
          (one.mean(before) * one.units().length + zero.mean(before) * zero.units().length) / n;
      for (Cells.Cell cell : List.of(one, zero)) {
        double cellMean = cell.mean(before);
        for (int unit : cell.units()) {
          adjusted[unit] = after[unit] - slope * (before[unit] - mean);
          double d = before[unit] - cellMean;
          leverage[unit] = Math.min(LARGEST_LEVERAGE, d * d / variance);
        }
      }
    }
    double plainError = plain(sample, level).standardError();
    return estimate(cells, adjusted, leverage, level, slope, plainError);
  }

  private static Effect estimate(
      Cells cells,
      double[] values,
      double[] leverage,
      double level,
      double slope,
      double plainError) {
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
      double mean = cell.mean(values);
      double part = 0;
      for (int unit : cell.units()) {
        double d = (values[unit] - mean) / (1 - leverage[unit]);
        double own = cell.scale() * d * d / (cell.units().length - 1);
        part += own;
        largest = Math.max(largest, own);
      }
      variance += part;
      squares += part * part / (cell.units().length - 1);
    }
    double degrees = squares > 0 ? Math.max(1, variance * variance / squares) : 1;
    double error = StrictMath.sqrt(variance);
    double t = new TDistribution(degrees).inverseCumulativeProbability(0.5 + level / 2);
    return new Effect(
        difference,
        error,
        difference - t * error,
        difference + t * error,
        degrees,
        controlMean,
        slope,
        plainError > 0 ? Math.max(0, 1 - variance / (plainError * plainError)) : 0,
        cells.strata(),
        variance > 0 ? Math.min(1, largest / variance) : 0);
  }
}
