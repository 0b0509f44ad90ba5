package souk.learn.lib.linear;

/**
 * How a linear model is drawn to zero.
 *
 * @param penalty strength per row of weight 1, at least 0, on slopes of columns of deviation 1
 * @param lassoShare share of it on magnitudes, the rest on half the squares: 0 ridge, 1 LASSO
 * @param logistic whether probabilities are learned, not figures
 */
public record LinearOptions(double penalty, double lassoShare, boolean logistic) {
  public LinearOptions {
    if (!(penalty >= 0 && lassoShare >= 0 && lassoShare <= 1)) {
      throw new IllegalArgumentException(
          "The penalty (%s) must not be negative and the share of LASSO (%s) must lie in [0, 1]."
              .formatted(penalty, lassoShare));
    }
  }
}
