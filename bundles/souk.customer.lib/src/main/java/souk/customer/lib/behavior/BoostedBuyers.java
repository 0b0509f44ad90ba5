package souk.customer.lib.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.numeric.lib.boost.BinnedRows;
import souk.numeric.lib.boost.Bins;
import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.BoostedTrees;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/**
 * Who buys, by boosted trees over {@link BehaviorFeatures}, learned from several earlier days whose
 * days ahead are known. Immutable.
 */
public final class BoostedBuyers {
  private static final int STEP_DAYS = 15;
  private static final int ORIGINS = 5;
  private static final int FEWEST_DAYS = 30;

  private final BoostedTrees trees;
  private final double start;

  private BoostedBuyers(BoostedTrees trees, double start) {
    this.trees = trees;
    this.start = start;
  }

  /**
   * @param lastDay last day known
   * @param ahead days that are told
   * @param shuffled whether what came after is dealt out anew: then nothing can be learned
   */
  public static BoostedBuyers learn(
      PurchaseDays days, int lastDay, int ahead, long seed, boolean shuffled) {
    List<float[]> rows = new ArrayList<>();
    List<Boolean> bought = new ArrayList<>();
    int earliest = days.firstDay() + Math.min(FEWEST_DAYS, (lastDay - days.firstDay()) / 3);
    for (int k = 0; k < ORIGINS; k++) {
      int origin = Math.max(earliest, lastDay - ahead - k * STEP_DAYS);
      Histories then = Histories.at(days, origin);
      double[][] features = BehaviorFeatures.of(days, then);
      for (int i = 0; i < features.length; i++) {
        rows.add(narrow(features[i]));
        int until = Math.min(lastDay, origin + ahead);
        bought.add(days.purchases(then.customer(i), origin, until) > 0);
      }
      if (origin == earliest) {
        break;
      }
    }
    if (shuffled) {
      shuffle(bought, new SplittableRandom(seed));
    }
    double share = (bought.stream().filter(b -> b).count() + 0.5) / (bought.size() + 1.0);
    double start = share / (1 - share);
    if (rows.isEmpty()) {
      rows.add(new float[BehaviorFeatures.NAMES.size()]);
      bought.add(false);
    }
    BinnedRows binned = new BinnedRows(Bins.of(rows.toArray(new float[0][])), rows.size());
    for (int r = 0; r < rows.size(); r++) {
      binned.set(r, rows.get(r), bought.get(r) ? 1 : 0, start, 1);
    }
    int leafRows = Math.max(1, Math.min(20, rows.size() / 10));
    BoostOptions options =
        new BoostOptions(Loss.LOGISTIC, 150, 12, 0.06, leafRows, 5, 0.8, 0.8, seed);
    return new BoostedBuyers(BoostedTrees.fit(binned, options, Lanes.ONE), start);
  }

  private static void shuffle(List<Boolean> values, SplittableRandom random) {
    for (int i = values.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      values.set(i, values.set(other, values.get(i)));
    }
  }

  /** Probability of at least one purchase of each customer. */
  public double[] buys(PurchaseDays days, Histories now) {
    double[][] features = BehaviorFeatures.of(days, now);
    double[] buys = new double[features.length];
    for (int i = 0; i < buys.length; i++) {
      double odds = trees.predict(narrow(features[i]), start);
      buys[i] = odds / (1 + odds);
    }
    return buys;
  }

  private static float[] narrow(double[] row) {
    float[] narrow = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      narrow[c] = (float) row[c];
    }
    return narrow;
  }
}
