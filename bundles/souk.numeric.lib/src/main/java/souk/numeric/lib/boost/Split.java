package souk.numeric.lib.boost;

/** The best division of a leaf by one feature; gain 0 if there is none. */
record Split(int feature, int bin, boolean missingLeft, double gain) {
  static final Split NONE = new Split(-1, 0, false, 0);

  /** Scans the histogram of one feature. */
  static Split best(
      int feature, double[] histogram, int from, int bins, Totals all, TreeRules rules) {
    Totals missing = Totals.of(histogram, from);
    Split best = NONE;
    for (int side = 0; side < (missing.count() > 0 ? 2 : 1); side++) {
      boolean missingLeft = side == 1;
      double gradient = missingLeft ? missing.gradient() : 0;
      double curvature = missingLeft ? missing.curvature() : 0;
      double count = missingLeft ? missing.count() : 0;
      for (int b = 1; b < bins - 1; b++) {
        int at = from + 3 * b;
        gradient += histogram[at];
        curvature += histogram[at + 1];
        count += histogram[at + 2];
        if (count < rules.leafRows()) {
          continue;
        }
        if (all.count() - count < rules.leafRows()) {
          break;
        }
        double gain =
            rules.score(gradient, curvature)
                + rules.score(all.gradient() - gradient, all.curvature() - curvature)
                - rules.score(all.gradient(), all.curvature());
        if (gain > best.gain) {
          best = new Split(feature, b, missingLeft, gain);
        }
      }
    }
    return best;
  }

  /** Sums over the rows of a leaf. */
  record Totals(double gradient, double curvature, double count) {
    static Totals of(double[] histogram, int at) {
      return new Totals(histogram[at], histogram[at + 1], histogram[at + 2]);
    }
  }

  /** When a leaf may be divided. */
  record TreeRules(int leafRows, double ridge) {
    double score(double gradient, double curvature) {
      return gradient * gradient / (curvature + ridge);
    }
  }
}
