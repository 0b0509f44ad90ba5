package souk.customer.lib.value;

/**
 * Centres and scales columns: {@code z = (x − mean) / sd} with the population standard deviation of
 * the rows it was fitted on. A constant column becomes 0. Immutable.
 */
public final class Standardiser {
  private final double[] mean;
  private final double[] deviation;

  private Standardiser(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * Fits on rows of equal length.
   *
   * @throws IllegalArgumentException without rows
   */
  public static Standardiser fit(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "A scaler needs at least one row, got none.\nMaybe no purchase lies before the date.");
    }
    int columns = rows[0].length;
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (int c = 0; c < columns; c++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += row[c];
      }
      mean[c] = sum / rows.length;
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[c] - mean[c]) * (row[c] - mean[c]);
      }
      deviation[c] = StrictMath.sqrt(squares / rows.length);
    }
    return new Standardiser(mean, deviation);
  }

  /** The rows in standard deviations from the mean, as new arrays. */
  public double[][] transform(double[][] rows) {
    double[][] z = new double[rows.length][mean.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < mean.length; c++) {
        z[r][c] = deviation[c] > 0 ? (rows[r][c] - mean[c]) / deviation[c] : 0;
      }
    }
    return z;
  }
}
