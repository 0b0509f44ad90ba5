package souk.customer.lib.uplift.base;

/**
 * Columns in standard deviations from their weighted mean; what is missing lies at the mean, a
 * column without variation is 0. Fitted on the rows that are learned from.
 */
final class Standardised {
  private final double[] mean;
  private final double[] deviation;

  private Standardised(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  static Standardised fit(double[][] rows, double[] weights) {
    int columns = rows[0].length;
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (int c = 0; c < columns; c++) {
      double sum = 0;
      double weight = 0;
      for (int r = 0; r < rows.length; r++) {
        double value = rows[r][c];
        if (!Double.isNaN(value)) {
          sum += weights[r] * value;
          weight += weights[r];
        }
      }
      mean[c] = weight > 0 ? sum / weight : 0;
      double squares = 0;
      for (int r = 0; r < rows.length; r++) {
        double value = rows[r][c];
        if (!Double.isNaN(value)) {
          squares += weights[r] * (value - mean[c]) * (value - mean[c]);
        }
      }
      double spread = weight > 0 ? StrictMath.sqrt(squares / weight) : 0;
      deviation[c] = spread > 1e-12 * (1 + Math.abs(mean[c])) ? spread : 0;
    }
    return new Standardised(mean, deviation);
  }

  int columns() {
    return mean.length;
  }

  double[][] of(double[][] rows) {
    double[][] z = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      z[r] = of(rows[r]);
    }
    return z;
  }

  double[] of(double[] row) {
    double[] z = new double[mean.length];
    for (int c = 0; c < z.length; c++) {
      boolean known = deviation[c] > 0 && !Double.isNaN(row[c]);
      z[c] = known ? (row[c] - mean[c]) / deviation[c] : 0;
    }
    return z;
  }
}
