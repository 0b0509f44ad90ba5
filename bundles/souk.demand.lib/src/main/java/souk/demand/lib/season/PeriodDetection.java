package souk.demand.lib.season;

import java.util.ArrayList;
import java.util.List;
import souk.demand.lib.math.LeastSquares;

/**
 * Which seasons a series has: peaks of the autocorrelation of its detrended values beyond
 * Bartlett's 99 % limit that an STL decomposition confirms by seasonal strength.
 *
 * <p>The fewer seasons there are, the stronger one must be, as noise looks seasonal in few of them;
 * what explains less than a twentieth is not looked for. Multiples of a period found already count
 * only if they make the rest clearly smaller. Stateless, thread-safe, deterministic.
 */
public final class PeriodDetection {
  private static final double NINETY_NINE_PERCENT = 2.5758293035489004;
  private static final double WEAKEST = 0.3;
  private static final double OF_NOISE = 1.2;
  private static final double NOTHING_LEFT = 0.05;
  private static final double CLEARLY = 0.8;

  private PeriodDetection() {}

  /**
   * The periods found, shortest first.
   *
   * @param longest longest period looked at; never more than a third of the history
   */
  public static List<Integer> of(double[] history, int longest) {
    int n = history.length;
    int most = StrictMath.min(longest, n / 3);
    List<Integer> found = new ArrayList<>();
    if (most < 2) {
      return found;
    }
    double[] left = detrended(history);
    double enough = NOTHING_LEFT * product(left, 0);
    for (int period = next(left, most, found); period > 0; period = next(left, most, found)) {
      Stl parts = Stl.of(left, period);
      found.add(period);
      double[] season = parts.season();
      for (int t = 0; t < n; t++) {
        left[t] -= season[t];
      }
      if (product(left, 0) < enough) {
        break;
      }
    }
    found.sort(null);
    return found;
  }

  /** The shortest period that is a peak and confirmed, 0 if there is none. */
  private static int next(double[] x, int most, List<Integer> found) {
    int n = x.length;
    double[] r = new double[most + 2];
    double total = product(x, 0);
    if (!(total > 0)) {
      return 0;
    }
    for (int lag = 1; lag <= most + 1 && lag < n; lag++) {
      r[lag] = product(x, lag) / total;
    }
    double squares = 0;
    for (int lag = 2; lag <= most; lag++) {
      squares += r[lag - 1] * r[lag - 1];
      double limit = NINETY_NINE_PERCENT * StrictMath.sqrt((1 + 2 * squares) / n);
      boolean peak = r[lag] > r[lag - 1] && r[lag] >= r[lag + 1];
      if (peak && r[lag] > limit && !found.contains(lag) && confirmed(x, lag, found)) {
        return lag;
      }
    }
    return 0;
  }

  private static boolean confirmed(double[] x, int period, List<Integer> found) {
    if (found.size() >= 3) {
      return false;
    }
    double needed = WEAKEST + OF_NOISE * period / x.length;
    for (int known : found) {
      if (period % known == 0 || known % period == 0) {
        needed = StrictMath.max(needed, CLEARLY);
      }
    }
    return Stl.of(x, period).strength() > needed;
  }

  private static double product(double[] x, int lag) {
    double sum = 0;
    for (int t = lag; t < x.length; t++) {
      sum += x[t] * x[t - lag];
    }
    return sum;
  }

  /** Deviations from a quadratic through the history. */
  private static double[] detrended(double[] y) {
    int n = y.length;
    double[][] columns = new double[3][n];
    for (int t = 0; t < n; t++) {
      double at = (2.0 * t - n + 1) / n;
      columns[0][t] = 1;
      columns[1][t] = at;
      columns[2][t] = at * at;
    }
    LeastSquares line = new LeastSquares(columns, y);
    double[] left = y.clone();
    for (int t = 0; t < n; t++) {
      for (int i = 0; i < 3; i++) {
        left[t] -= line.coefficient(i) * columns[i][t];
      }
    }
    return left;
  }
}
