package souk.customer.lib.uplift.tree;

/**
 * What a split is worth; larger is better, nothing above 0 means no split.
 *
 * <p>Divergences: Rzepakowski and Jaroszewicz, Decision trees for uplift modeling with single and
 * multiple treatments, Knowledge and Information Systems 32 (2012): the divergence between the
 * outcomes of both arms after the split, weighted by rows, less that before. Squared t: Su, Tsai,
 * Wang, Nickerson and Li, Subgroup analysis via recursive partitioning, JMLR 10 (2009).
 */
public enum SplitCriterion {
  /** Kullback-Leibler divergence of outcomes 0 and 1. */
  KULLBACK_LEIBLER("kl", true) {
    @Override
    double divergence(double treated, double control) {
      return treated * StrictMath.log(treated / control)
          + (1 - treated) * StrictMath.log((1 - treated) / (1 - control));
    }
  },
  /** Squared Euclidean distance; for any outcome that of the means. */
  EUCLIDEAN("euclidean", false) {
    @Override
    double divergence(double treated, double control) {
      return 2 * (treated - control) * (treated - control);
    }
  },
  /** Chi-squared divergence of outcomes 0 and 1. */
  CHI_SQUARED("chi", true) {
    @Override
    double divergence(double treated, double control) {
      double gap = treated - control;
      return gap * gap / (control * (1 - control));
    }
  },
  /** Squared t statistic of the difference between the effects of both sides. */
  T_STATISTIC("t", false) {
    @Override
    double gain(double[] left, double[] right, double[] all) {
      double freedom = 0;
      double scatter = 0;
      double inverse = 0;
      for (double[] side : new double[][] {left, right}) {
        for (boolean arm : new boolean[] {true, false}) {
          double weight = ArmSums.weight(side, arm);
          if (!(weight > 0)) {
            return 0;
          }
          freedom += weight;
          scatter += ArmSums.scatter(side, arm);
          inverse += 1 / weight;
        }
      }
      double variance = Math.max(scatter / Math.max(1, freedom - 4), 1e-12) * inverse;
      double gap = ArmSums.effect(left) - ArmSums.effect(right);
      return gap * gap / variance;
    }
  },
  /** Less scatter around the mean, of one arm: an ordinary regression tree. */
  VARIANCE("variance", false) {
    @Override
    double gain(double[] left, double[] right, double[] all) {
      return ArmSums.scatter(all, false)
          - ArmSums.scatter(left, false)
          - ArmSums.scatter(right, false);
    }
  };

  private final String id;
  private final boolean shares;

  SplitCriterion(String id, boolean shares) {
    this.id = id;
    this.shares = shares;
  }

  /** Word of the learner's id. */
  public String id() {
    return id;
  }

  /** Whether outcomes must be 0 or 1. */
  public boolean shares() {
    return shares;
  }

  double divergence(double treated, double control) {
    throw new IllegalStateException(name() + " compares sides, not arms.");
  }

  /** What dividing {@code all} into these sides gains. */
  double gain(double[] left, double[] right, double[] all) {
    double total = ArmSums.weight(all);
    return (ArmSums.weight(left) * between(left) + ArmSums.weight(right) * between(right)) / total
        - between(all);
  }

  private double between(double[] sums) {
    return divergence(share(sums, true), share(sums, false));
  }

  /** The mean; for shares with one success and one failure added, so that none is 0 or 1. */
  private double share(double[] sums, boolean treated) {
    return shares
        ? (ArmSums.figure(sums, treated) + 1) / (ArmSums.weight(sums, treated) + 2)
        : ArmSums.mean(sums, treated);
  }
}
