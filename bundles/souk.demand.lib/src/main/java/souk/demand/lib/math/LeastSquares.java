package souk.demand.lib.math;

/**
 * Solves ordinary least squares through the normal equations with scaled columns.
 *
 * <p>Columns that are (numerically) a combination of earlier ones are dropped in the order given:
 * their coefficient is 0 and {@link #isKept} is false. Thread-safe after construction,
 * deterministic.
 */
public final class LeastSquares {
  private static final double COLLINEAR = 1e-9;

  private final double[] coefficients;
  private final boolean[] kept;
  private final double[][] inverse;
  private final double residualSum;
  private final int rank;

  /**
   * Fits {@code response = columns * coefficients}.
   *
   * @param columns regressors, one array per column, each as long as the response
   * @param response the left-hand side
   */
  public LeastSquares(double[][] columns, double[] response) {
    int k = columns.length;
    double[] scale = new double[k];
    double[][] gram = new double[k][k];
    double[] cross = new double[k];
    for (int i = 0; i < k; i++) {
      scale[i] = StrictMath.sqrt(dot(columns[i], columns[i]));
    }
    for (int i = 0; i < k; i++) {
      cross[i] = scale[i] > 0 ? dot(columns[i], response) / scale[i] : 0;
      for (int j = 0; j <= i; j++) {
        double product =
            scale[i] > 0 && scale[j] > 0 ? dot(columns[i], columns[j]) / scale[i] / scale[j] : 0;
        gram[i][j] = product;
        gram[j][i] = product;
      }
    }
    this.kept = new boolean[k];
    int kept = sweep(gram, this.kept);
    this.rank = kept;
    this.coefficients = new double[k];
    this.inverse = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (this.kept[i] && this.kept[j]) {
          inverse[i][j] = gram[i][j] / scale[i] / scale[j];
          coefficients[i] += gram[i][j] * cross[j] / scale[i];
        }
      }
    }
    double sum = 0;
    for (int row = 0; row < response.length; row++) {
      double residual = response[row];
      for (int i = 0; i < k; i++) {
        residual -= coefficients[i] * columns[i][row];
      }
      sum += residual * residual;
    }
    this.residualSum = sum;
  }

  /** Inverts the kept block in place by the sweep operator; returns the rank. */
  private static int sweep(double[][] a, boolean[] kept) {
    int n = a.length;
    int rank = 0;
    for (int k = 0; k < n; k++) {
      double pivot = a[k][k];
      if (!(pivot > COLLINEAR)) {
        continue;
      }
      kept[k] = true;
      rank++;
      for (int i = 0; i < n; i++) {
        if (i == k) {
          continue;
        }
        double factor = a[i][k] / pivot;
        for (int j = 0; j < n; j++) {
          if (j != k) {
            a[i][j] -= factor * a[k][j];
          }
        }
        a[i][k] = -factor;
      }
      for (int j = 0; j < n; j++) {
        if (j != k) {
          a[k][j] /= pivot;
        }
      }
      a[k][k] = 1 / pivot;
    }
    return rank;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The coefficient of a column; 0 for a dropped one. */
  public double coefficient(int column) {
    return coefficients[column];
  }

  /** Whether a column could be told apart from the ones before it. */
  public boolean isKept(int column) {
    return kept[column];
  }

  /** Entry of the inverse of the cross-product matrix, to be multiplied by the error variance. */
  public double inverse(int row, int column) {
    return inverse[row][column];
  }

  /** Sum of squared residuals. */
  public double residualSum() {
    return residualSum;
  }

  /** Number of columns kept. */
  public int rank() {
    return rank;
  }
}
