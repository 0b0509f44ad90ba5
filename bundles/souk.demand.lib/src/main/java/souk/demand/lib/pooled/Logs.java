package souk.demand.lib.pooled;

/** Logarithms that know gaps and zeros. Stateless. */
final class Logs {
  private static final double FLOOR = 0.05;

  private Logs() {}

  /** log(a / b), both lifted a little so that zeros are bounded; NaN if either is unknown. */
  static float ratio(float a, float b) {
    if (!(a >= 0 && b > 0)) {
      return Float.NaN;
    }
    return (float) StrictMath.log((a / (double) b + FLOOR) / (1 + FLOOR));
  }

  /** Mean of the known values of three steps, the middle one counting twice. */
  static float around(float[] values, int step) {
    double sum = 0;
    double weight = 0;
    for (int t = Math.max(0, step - 1); t <= Math.min(values.length - 1, step + 1); t++) {
      if (values[t] >= 0) {
        double w = t == step ? 2 : 1;
        sum += w * values[t];
        weight += w;
      }
    }
    return weight > 0 ? (float) (sum / weight) : Float.NaN;
  }
}
