package souk.numeric.lib.calibrate;

/** Makes a score a probability; never turns the order of two scores around. */
public interface Calibrator {
  /** The probability that belongs to a score. */
  double probability(double score);

  /** The probabilities of many scores. */
  default double[] probabilities(double[] scores) {
    double[] all = new double[scores.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = probability(scores[i]);
    }
    return all;
  }
}
