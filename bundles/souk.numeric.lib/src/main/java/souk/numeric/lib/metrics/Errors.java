package souk.numeric.lib.metrics;

import java.util.Arrays;

/** How far figures are off. */
public final class Errors {
  private Errors() {}

  /** Mean absolute error. */
  public static double mae(double[] target, double[] predicted) {
    Pairs.sameLength(target, predicted);
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      sum += Math.abs(predicted[i] - target[i]);
    }
    return sum / target.length;
  }

  /** Root of the mean squared error. */
  public static double rmse(double[] target, double[] predicted) {
    return StrictMath.sqrt(squares(target, predicted) / target.length);
  }

  /** Mean of predicted less seen. */
  public static double bias(double[] target, double[] predicted) {
    Pairs.sameLength(target, predicted);
    return (Arrays.stream(predicted).sum() - Arrays.stream(target).sum()) / target.length;
  }

  /**
   * Share of the variance that is explained: 1 − squared errors / squared distances from the mean.
   *
   * @return NaN if all targets are alike
   */
  public static double r2(double[] target, double[] predicted) {
    double mean = Arrays.stream(target).sum() / target.length;
    double spread = Arrays.stream(target).map(y -> (y - mean) * (y - mean)).sum();
    return spread == 0 ? Double.NaN : 1 - squares(target, predicted) / spread;
  }

  private static double squares(double[] target, double[] predicted) {
    Pairs.sameLength(target, predicted);
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      sum += (predicted[i] - target[i]) * (predicted[i] - target[i]);
    }
    return sum;
  }
}
