package souk.demand.lib.reconcile;

import java.util.Arrays;
import souk.demand.lib.math.Cholesky;

/**
 * Makes forecasts of a hierarchy add up.
 *
 * <p>{@link #minimumTrace} changes the forecasts as little as their error covariance W advises: y -
 * W C' (C W C')^-1 C y with C y the amounts by which totals differ from their sums (Wickramasuriya,
 * Athanasopoulos, Hyndman, Journal of the American Statistical Association 114, 2019, in the form
 * of Di Fonzo and Girolimetto, 2023). Totals are then added up from the bottom series, so that they
 * agree to the last bit. Stateless, thread-safe.
 */
public final class Reconciliation {
  private static final double RIDGE = 1e-10;

  private Reconciliation() {}

  /** Totals from the bottom series; what was forecast for totals is dropped. */
  public static double[] bottomUp(Hierarchy hierarchy, double[] forecasts) {
    double[] answer = forecasts.clone();
    hierarchy.addUp(answer);
    return answer;
  }

  /**
   * Smallest total error variance with uncorrelated errors (weighted least squares).
   *
   * @param forecasts totals, then bottom series
   * @param variances of the one step errors, same order, above zero; the number of bottom series
   *     under each as variance gives structural scaling
   */
  public static double[] minimumTrace(Hierarchy hierarchy, double[] forecasts, double[] variances) {
    int totals = hierarchy.totals();
    double[] owner = new double[hierarchy.bottom()];
    double[][] middle = new double[totals][totals];
    for (int i = 0; i < totals; i++) {
      Arrays.fill(owner, 0);
      for (int member : hierarchy.members(i)) {
        owner[member] = variances[totals + member];
      }
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? variances[i] : 0;
        for (int member : hierarchy.members(j)) {
          sum += owner[member];
        }
        middle[i][j] = sum;
        middle[j][i] = sum;
      }
    }
    double[] shares = solve(hierarchy, middle, forecasts);
    double[] answer = forecasts.clone();
    for (int i = 0; i < totals; i++) {
      for (int member : hierarchy.members(i)) {
        answer[totals + member] += variances[totals + member] * shares[i];
      }
    }
    hierarchy.addUp(answer);
    return answer;
  }

  /**
   * Smallest total error variance with the covariance of past errors, drawn towards its diagonal
   * (Schaefer and Strimmer, 2005).
   *
   * @param errors one row of one step errors per series, totals first, all of one length
   */
  public static double[] minimumTrace(Hierarchy hierarchy, double[] forecasts, double[][] errors) {
    int totals = hierarchy.totals();
    double[][] w = ShrunkCovariance.of(errors);
    double[][] wc = new double[w.length][totals];
    for (int s = 0; s < w.length; s++) {
      for (int i = 0; i < totals; i++) {
        double sum = w[s][i];
        for (int member : hierarchy.members(i)) {
          sum -= w[s][totals + member];
        }
        wc[s][i] = sum;
      }
    }
    double[][] middle = new double[totals][totals];
    for (int i = 0; i < totals; i++) {
      for (int j = 0; j < totals; j++) {
        double sum = wc[i][j];
        for (int member : hierarchy.members(i)) {
          sum -= wc[totals + member][j];
        }
        middle[i][j] = sum;
      }
    }
    double[] shares = solve(hierarchy, middle, forecasts);
    double[] answer = forecasts.clone();
    for (int s = totals; s < answer.length; s++) {
      for (int i = 0; i < totals; i++) {
        answer[s] -= wc[s][i] * shares[i];
      }
    }
    hierarchy.addUp(answer);
    return answer;
  }

  /** (C W C')^-1 C y. */
  private static double[] solve(Hierarchy hierarchy, double[][] middle, double[] forecasts) {
    int totals = hierarchy.totals();
    double[] gap = new double[totals];
    double trace = 0;
    for (int i = 0; i < totals; i++) {
      gap[i] = forecasts[i];
      for (int member : hierarchy.members(i)) {
        gap[i] -= forecasts[totals + member];
      }
      trace += middle[i][i];
    }
    for (int i = 0; i < totals; i++) {
      middle[i][i] += RIDGE * trace / totals;
    }
    Cholesky.solve(middle, gap);
    return gap;
  }
}
