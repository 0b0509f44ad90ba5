package souk.demand.lib.arima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The banded recursion against the covariance matrix written out. */
class ArmaFilterTest {
  private static final int FAR = 4000;

  /** Autocovariances by summing products of impulse responses. */
  private static double[] covariances(double[] phi, double[] theta, int lags) {
    double[] psi = new double[FAR];
    for (int j = 0; j < FAR; j++) {
      psi[j] = j == 0 ? 1 : j <= theta.length ? theta[j - 1] : 0;
      for (int i = 0; i < phi.length && i < j; i++) {
        psi[j] += phi[i] * psi[j - 1 - i];
      }
    }
    double[] covariances = new double[lags];
    for (int k = 0; k < lags; k++) {
      for (int j = 0; j + k < FAR; j++) {
        covariances[k] += psi[j] * psi[j + k];
      }
    }
    return covariances;
  }

  /** Solves L z = x for the Cholesky factor of the covariance matrix; z, then log det. */
  private static double[] brute(double[] x, double[] covariances) {
    int n = x.length;
    double[][] factor = new double[n][n];
    double[] answer = new double[n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = covariances[i - j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
      }
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= factor[i][k] * answer[k];
      }
      answer[i] = sum / factor[i][i];
      answer[n] += 2 * Math.log(factor[i][i]);
    }
    return answer;
  }

  @Test
  void whitensLikeTheCholeskyFactorOfTheCovarianceMatrix() {
    SplittableRandom random = new SplittableRandom(5);
    double[][][] models = {
      {{0.7}, {}},
      {{}, {0.5, -0.3}},
      {{0.5, 0.2, -0.1}, {0.4}},
      {{0.3}, {0.2, 0.1, 0.3, 0.4, 0.08}},
      {{0.6, 0, 0, 0.2, -0.12}, {-0.4, 0, 0, -0.7, 0.28}},
      {{0, 0, 0, 0.9}, {}},
    };
    for (double[][] model : models) {
      double[] x = random.doubles(40, -1, 1).toArray();
      ArmaFilter filter = new ArmaFilter(x.length);
      assertTrue(filter.prepare(model[0], model[0].length, model[1], model[1].length));
      double[] white = new double[x.length];
      filter.whiten(x, x.length, white);
      double[] expected = brute(x, covariances(model[0], model[1], x.length));
      for (int t = 0; t < x.length; t++) {
        assertEquals(expected[t], white[t], 1e-7);
      }
      assertEquals(expected[x.length], filter.logDeterminant(), 1e-7);
    }
  }

  @Test
  void refusesWhatIsNotStationary() {
    assertFalse(new ArmaFilter(10).prepare(new double[] {1.1}, 1, new double[0], 0));
    assertFalse(new ArmaFilter(10).prepare(new double[] {0.5, 0.6}, 2, new double[0], 0));
  }

  @Test
  void partialAutocorrelationsThereAndBack() {
    double[] u = {0.8, -0.4, 1.5};
    double[] a = new double[3];
    double[] work = new double[3];
    Autoregression.coefficients(u, 0, 3, a, work);
    double[] partial = new double[3];
    assertTrue(Autoregression.partials(a, 3, partial, work));
    for (int i = 0; i < 3; i++) {
      assertEquals(u[i] / Math.sqrt(1 + u[i] * u[i]), partial[i], 1e-12);
    }
    assertTrue(Autoregression.hasRootsBeyond(new double[] {0.9}, 1, 1.1));
    assertFalse(Autoregression.hasRootsBeyond(new double[] {0.95}, 1, 1.1));
  }
}
