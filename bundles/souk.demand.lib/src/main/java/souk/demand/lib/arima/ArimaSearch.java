package souk.demand.lib.arima;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import souk.demand.lib.forecast.History;
import souk.demand.lib.math.LevenbergMarquardt;

/**
 * The stepwise search for orders by AICc (Hyndman and Khandakar, Journal of Statistical Software
 * 27(3), 2008): four first models, then neighbours of the best until none is better. Models with a
 * root within 1 % of the unit circle do not count. Each model starts from the arguments of the best
 * one so far; the chosen one is fitted from starts far apart as well.
 *
 * <p>One instance per search; not thread-safe.
 */
final class ArimaSearch {
  private static final double SMALLEST_ROOT = 1.01;
  private static final int MOST_ORDINARY = 5;
  private static final int MOST_SEASONAL = 2;
  private static final int ITERATIONS = 40;
  private static final double TOLERANCE = 1e-5;
  private static final int FEWEST_COEFFICIENTS = 2;
  private static final double SMALLEST_GAIN = 1e-3;

  /** Arguments of the autoregressive and of the moving average terms. */
  private static final double[][] FAR_STARTS = {{-1, 1}, {1, -1}, {-1, -1}, {1, 1}};

  private static final int[][] STEPS = {
    {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1},
    {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1}, {0, 0, 1, 1},
    {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0},
    {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0}
  };

  private final double[] w;
  private final double[][] columns;
  private final int regressors;
  private final boolean mayHaveConstant;
  private final int mostP;
  private final int mostSeasonalP;
  private final ArmaLikelihood likelihood;
  private final LevenbergMarquardt search;
  private final Set<ArimaOrder> seen = new HashSet<>();
  private ArimaFit best;

  /**
   * @param y the series
   * @param columns regressors at the observations; the last one is the constant or the time
   * @param plain order with the differences and without coefficients
   */
  ArimaSearch(double[] y, double[][] columns, ArimaOrder plain) {
    this.w = Differences.of(y, plain);
    this.columns = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      this.columns[i] = Differences.of(columns[i], plain);
    }
    this.regressors = columns.length - 1;
    this.mayHaveConstant = plain.d() + plain.seasonalD() <= 1;
    int third = y.length / 3;
    this.mostP = StrictMath.min(MOST_ORDINARY, third);
    this.mostSeasonalP =
        plain.season() > 1 ? StrictMath.min(MOST_SEASONAL, third / plain.season()) : 0;
    int longest = mostP + mostSeasonalP * plain.season();
    this.likelihood = new ArmaLikelihood(w, this.columns, plain, longest);
    this.search =
        new LevenbergMarquardt(
            2 * (MOST_ORDINARY + MOST_SEASONAL), w.length, ITERATIONS, TOLERANCE);
    this.best = fit(plain, new double[0]);
    seen.add(plain);
  }

  ArimaFit run() {
    ArimaOrder plain = best.order();
    boolean constant = mayHaveConstant;
    if (History.isConstant(w) && regressors == 0) {
      return constant ? fit(plain.with(0, 0, 0, 0, true), new double[0]) : best;
    }
    ArimaFit nothing = best;
    consider(plain.with(0, 0, 0, 0, constant));
    int one = StrictMath.min(1, mostP);
    int seasonalOne = StrictMath.min(1, mostSeasonalP);
    consider(plain.with(one, 0, seasonalOne, 0, constant));
    consider(plain.with(0, one, 0, seasonalOne, constant));
    int two = StrictMath.min(2, mostP);
    consider(plain.with(two, two, seasonalOne, seasonalOne, constant));
    boolean improved = true;
    while (improved) {
      improved = false;
      ArimaOrder from = best.order();
      for (int[] step : STEPS) {
        if (consider(from, step)) {
          improved = true;
          break;
        }
      }
      if (!improved && mayHaveConstant) {
        improved =
            consider(
                from.with(
                    from.p(), from.q(), from.seasonalP(), from.seasonalQ(), !from.constant()));
      }
    }
    if (!Double.isFinite(best.aicc())) {
      return nothing;
    }
    ArimaFit elsewhere = fitFromAfar(best);
    return elsewhere != best && likelihood.hasRootsBeyond(elsewhere.arguments(), SMALLEST_ROOT)
        ? elsewhere
        : best;
  }

  /** The fit of one model from all starts. */
  ArimaFit fit(ArimaOrder order) {
    return fitFromAfar(fit(order, new double[order.coefficients()]));
  }

  /**
   * The likelihood of mixed models has several maxima: the same model from starts far apart; the
   * most likely fit counts.
   */
  private ArimaFit fitFromAfar(ArimaFit known) {
    ArimaFit likeliest = known;
    ArimaOrder order = known.order();
    if (order.coefficients() < FEWEST_COEFFICIENTS) {
      return likeliest;
    }
    for (double[] signs : FAR_STARTS) {
      double[] start = new double[order.coefficients()];
      Arrays.fill(start, signs[1]);
      Arrays.fill(start, 0, order.p(), signs[0]);
      int seasonal = order.p() + order.q();
      Arrays.fill(start, seasonal, seasonal + order.seasonalP(), signs[0]);
      ArimaFit fit = fit(order, start);
      if (fit.logLikelihood() > likeliest.logLikelihood() + SMALLEST_GAIN) {
        likeliest = fit;
      }
    }
    return likeliest;
  }

  private boolean consider(ArimaOrder from, int[] step) {
    int p = from.p() + step[0];
    int q = from.q() + step[1];
    int seasonalP = from.seasonalP() + step[2];
    int seasonalQ = from.seasonalQ() + step[3];
    if (p < 0 || q < 0 || seasonalP < 0 || seasonalQ < 0) {
      return false;
    }
    if (StrictMath.max(p, q) > mostP || StrictMath.max(seasonalP, seasonalQ) > mostSeasonalP) {
      return false;
    }
    return consider(from.with(p, q, seasonalP, seasonalQ, from.constant()));
  }

  /** Fits a model unless it was seen; true if it is the best so far. */
  private boolean consider(ArimaOrder order) {
    if (!seen.add(order) || w.length - order.coefficients() - regressors < 4) {
      return false;
    }
    ArimaFit fit = fit(order, start(order));
    if (fit.aicc() < best.aicc() && likelihood.hasRootsBeyond(fit.arguments(), SMALLEST_ROOT)) {
      best = fit;
      return true;
    }
    return false;
  }

  private ArimaFit fit(ArimaOrder order, double[] start) {
    return ArimaFit.of(
        likelihood, w, columns, order, regressors + (order.constant() ? 1 : 0), start, search);
  }

  /** The arguments of the best fit where the new order has the same terms, zero elsewhere. */
  private double[] start(ArimaOrder order) {
    double[] start = new double[order.coefficients()];
    double[] known = best.arguments();
    int[] mine = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
    ArimaOrder other = best.order();
    int[] theirs = {other.p(), other.q(), other.seasonalP(), other.seasonalQ()};
    int to = 0;
    int from = 0;
    for (int block = 0; block < mine.length; block++) {
      System.arraycopy(known, from, start, to, StrictMath.min(mine[block], theirs[block]));
      to += mine[block];
      from += theirs[block];
    }
    return start;
  }
}
