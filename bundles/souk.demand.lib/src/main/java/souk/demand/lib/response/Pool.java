package souk.demand.lib.response;

/**
 * Mean and spread of the true slopes between items, by the method of moments of Paule and Mandel
 * (1982): the spread tau^2 solves sum (b - mean)^2 / (s^2 + tau^2) = k - 1, the mean weighs each
 * item by 1 / (s^2 + tau^2).
 *
 * @param mean pooled slope
 * @param deviation tau, standard deviation of the true slopes
 * @param meanError standard error of the pooled slope
 * @param items number of items pooled
 */
record Pool(double mean, double deviation, double meanError, int items) {
  private static final double NOTHING_KNOWN = 5;

  /** Pools estimates; without any, the mean is 0 and its error {@value #NOTHING_KNOWN}. */
  static Pool of(double[] slopes, double[] errors) {
    int k = slopes.length;
    if (k == 0) {
      return new Pool(0, 0, NOTHING_KNOWN, 0);
    }
    double low = 0;
    double high = 1;
    if (k > 1 && excess(slopes, errors, 0) > 0) {
      while (excess(slopes, errors, high) > 0 && high < 1e6) {
        high *= 2;
      }
      for (int i = 0; i < 80; i++) {
        double middle = (low + high) / 2;
        if (excess(slopes, errors, middle) > 0) {
          low = middle;
        } else {
          high = middle;
        }
      }
    }
    double variance = low;
    double weights = 0;
    for (double error : errors) {
      weights += 1 / (error * error + variance);
    }
    return new Pool(
        mean(slopes, errors, variance), StrictMath.sqrt(variance), StrictMath.sqrt(1 / weights), k);
  }

  private static double excess(double[] slopes, double[] errors, double variance) {
    double mean = mean(slopes, errors, variance);
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      double distance = slopes[i] - mean;
      sum += distance * distance / (errors[i] * errors[i] + variance);
    }
    return sum - (slopes.length - 1);
  }

  private static double mean(double[] slopes, double[] errors, double variance) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < slopes.length; i++) {
      double weight = 1 / (errors[i] * errors[i] + variance);
      sum += weight * slopes[i];
      weights += weight;
    }
    return sum / weights;
  }
}
