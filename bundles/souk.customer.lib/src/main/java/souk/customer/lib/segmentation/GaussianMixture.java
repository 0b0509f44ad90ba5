package souk.customer.lib.segmentation;

import java.util.Arrays;
import souk.customer.lib.math.Cholesky;

/**
 * Normal distributions, each with its own full covariance, mixed; fitted by expectation and
 * maximisation from the clusters of k-means (Dempster, Laird and Rubin, JRSS B 39, 1977; Fraley and
 * Raftery, JASA 97, 2002). Covariances keep a floor, so that no component shrinks to a point.
 * Immutable.
 */
public final class GaussianMixture {
  private static final int STEPS = 200;
  private static final double DONE = 1e-7;
  private static final double FLOOR = 0.01;

  private final double[] weight;
  private final double[][] mean;
  private final Cholesky[] spread;
  private final double logLikelihood;
  private final int rows;

  private GaussianMixture(
      double[] weight, double[][] mean, Cholesky[] spread, double logLikelihood, int rows) {
    this.weight = weight;
    this.mean = mean;
    this.spread = spread;
    this.logLikelihood = logLikelihood;
    this.rows = rows;
  }

  /**
   * @param rows rows × columns on comparable scales
   * @param components at least 1
   */
  public static GaussianMixture of(double[][] rows, int components, long seed) {
    int[] cluster = KMeans.of(rows, components, seed).assignment();
    double[][] share = new double[rows.length][components];
    for (int r = 0; r < rows.length; r++) {
      share[r][cluster[r]] = 1;
    }
    double before = Double.NEGATIVE_INFINITY;
    GaussianMixture mixture = maximise(rows, share, before);
    for (int step = 0; step < STEPS; step++) {
      double likelihood = mixture.expect(rows, share);
      mixture = maximise(rows, share, likelihood);
      if (likelihood - before < DONE * Math.abs(likelihood)) {
        break;
      }
      before = likelihood;
    }
    double last = mixture.expect(rows, share);
    return new GaussianMixture(mixture.weight, mixture.mean, mixture.spread, last, rows.length);
  }

  private static GaussianMixture maximise(double[][] rows, double[][] share, double likelihood) {
    int components = share[0].length;
    int columns = rows[0].length;
    double[] weight = new double[components];
    double[][] mean = new double[components][columns];
    Cholesky[] spread = new Cholesky[components];
    for (int k = 0; k < components; k++) {
      double sum = 1e-9;
      for (int r = 0; r < rows.length; r++) {
        sum += share[r][k];
        for (int c = 0; c < columns; c++) {
          mean[k][c] += share[r][k] * rows[r][c];
        }
      }
      for (int c = 0; c < columns; c++) {
        mean[k][c] /= sum;
      }
      double[][] covariance = new double[columns][columns];
      for (int r = 0; r < rows.length; r++) {
        for (int i = 0; i < columns; i++) {
          double off = share[r][k] * (rows[r][i] - mean[k][i]) / sum;
          for (int j = 0; j <= i; j++) {
            covariance[i][j] += off * (rows[r][j] - mean[k][j]);
          }
        }
      }
      weight[k] = sum / rows.length;
      spread[k] = Cholesky.of(covariance, FLOOR);
    }
    return new GaussianMixture(weight, mean, spread, likelihood, rows.length);
  }

  /** Sets the share of each component in each row; answers the log-likelihood. */
  private double expect(double[][] of, double[][] share) {
    double likelihood = 0;
    for (int r = 0; r < of.length; r++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < weight.length; k++) {
        share[r][k] = logDensity(of[r], k);
        most = Math.max(most, share[r][k]);
      }
      double sum = 0;
      for (int k = 0; k < weight.length; k++) {
        share[r][k] = StrictMath.exp(share[r][k] - most);
        sum += share[r][k];
      }
      for (int k = 0; k < weight.length; k++) {
        share[r][k] /= sum;
      }
      likelihood += most + StrictMath.log(sum);
    }
    return likelihood;
  }

  private double logDensity(double[] row, int k) {
    double[] off = new double[row.length];
    for (int c = 0; c < row.length; c++) {
      off[c] = row[c] - mean[k][c];
    }
    double squares = 0;
    for (double z : spread[k].forward(off)) {
      squares += z * z;
    }
    return StrictMath.log(weight[k])
        - (squares + spread[k].logDeterminant() + row.length * StrictMath.log(2 * Math.PI)) / 2;
  }

  /** The likeliest component of each row. */
  public int[] assignment(double[][] of) {
    int[] assignment = new int[of.length];
    for (int r = 0; r < of.length; r++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < weight.length; k++) {
        double here = logDensity(of[r], k);
        if (here > most) {
          most = here;
          assignment[r] = k;
        }
      }
    }
    return assignment;
  }

  public double logLikelihood() {
    return logLikelihood;
  }

  /** Means of the components. */
  public double[][] means() {
    return Arrays.stream(mean).map(double[]::clone).toArray(double[][]::new);
  }

  /** Schwarz's criterion; smaller is better. */
  public double bic() {
    int columns = mean[0].length;
    double free = weight.length - 1 + weight.length * (columns + columns * (columns + 1) / 2.0);
    return free * StrictMath.log(rows) - 2 * logLikelihood;
  }
}
