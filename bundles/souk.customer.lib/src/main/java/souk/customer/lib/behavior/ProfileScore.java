package souk.customer.lib.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.uplift.base.LogisticRegression;

/**
 * A score that everybody can check: the sum of a customer's figures, each times a learned weight,
 * is the logarithm of the odds of a purchase. Figures are logarithms in standard deviations, so
 * that weights can be compared. Named and versioned; immutable.
 */
public final class ProfileScore {
  /** Its name. */
  public static final String NAME = "profile-score";

  /** Rises with the figures or how they are brought to scale; weights are learned for each run. */
  public static final String VERSION = "1.0.0";

  private static final double RIDGE = 1;
  private static final int ORIGINS = 3;

  private final LogisticRegression.Line line;

  private ProfileScore(LogisticRegression.Line line) {
    this.line = line;
  }

  /**
   * Learns the weights from up to three earlier days, each so long before the next as is told.
   *
   * @param lastDay last day known
   * @param ahead days that are told
   */
  public static ProfileScore learn(PurchaseDays days, int lastDay, int ahead) {
    List<double[]> rows = new ArrayList<>();
    List<Double> bought = new ArrayList<>();
    int known = lastDay - days.firstDay() + 1;
    int held = Math.max(1, Math.min(ahead, known / 3));
    for (int k = 1; k <= ORIGINS && lastDay - k * held > days.firstDay(); k++) {
      Histories then = Histories.at(days, lastDay - k * held);
      for (double[] features : BehaviorFeatures.of(days, then)) {
        rows.add(logarithms(features));
      }
      for (double one : PastAnswers.bought(days, then, held)) {
        bought.add(one);
      }
    }
    // One customer who buys and one who does not, without figures, so that there are both.
    for (double one : new double[] {0, 1}) {
      double[] nothing = new double[BehaviorFeatures.NAMES.size()];
      Arrays.fill(nothing, Double.NaN);
      rows.add(nothing);
      bought.add(one);
    }
    double[] ones = new double[rows.size()];
    Arrays.fill(ones, 1);
    return new ProfileScore(
        new LogisticRegression(RIDGE)
            .line(
                rows.toArray(new double[0][]),
                bought.stream().mapToDouble(Double::doubleValue).toArray(),
                ones));
  }

  private static double[] logarithms(double[] features) {
    double[] row = new double[features.length];
    for (int c = 0; c < row.length; c++) {
      row[c] = StrictMath.log1p(Math.max(0, features[c]));
      row[c] = Double.isNaN(features[c]) ? Double.NaN : row[c];
    }
    return row;
  }

  /** Learned weight of each figure, in the order of {@link BehaviorFeatures#NAMES}. */
  public Map<String, Double> weights() {
    double[] weights = line.weights();
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int c = 0; c < weights.length; c++) {
      byName.put(BehaviorFeatures.NAMES.get(c), weights[c]);
    }
    return byName;
  }

  /** The sum of a customer's figures times their weights. */
  public double score(double[] features) {
    return line.intercept() + Arrays.stream(line.parts(logarithms(features))).sum();
  }

  /** Probability of at least one purchase of each customer. */
  public double[] buys(PurchaseDays days, Histories now) {
    double[][] features = BehaviorFeatures.of(days, now);
    double[] buys = new double[features.length];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = line.chance(logarithms(features[i]));
    }
    return buys;
  }
}
