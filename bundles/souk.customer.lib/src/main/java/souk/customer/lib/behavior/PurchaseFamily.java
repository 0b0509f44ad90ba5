package souk.customer.lib.behavior;

import souk.customer.lib.lifetime.FittedPurchases;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseLaw;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.lib.lifetime.RecencyTable;

/**
 * Ways to tell how likely each customer buys within some days. Each looks at nothing after the last
 * day; what is learned, is learned from what came after days before that.
 */
public enum PurchaseFamily {
  /** What those did who had been away as long. */
  RECENCY("recency") {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      RecencyTable table = RecencyTable.of(days, now.lastDay(), ahead);
      double[] buys = new double[now.size()];
      for (int i = 0; i < buys.length; i++) {
        buys[i] = table.buys(now.age(i) - now.recency(i), ahead);
      }
      return buys;
    }
  },
  /** Customers leave after a purchase. */
  BG_NBD("bg-nbd") {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      return lifetime(PurchaseModel.BG_NBD, now, ahead, seed);
    }
  },
  /** Customers leave after a purchase, also the first one. */
  MBG_NBD("mbg-nbd") {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      return lifetime(PurchaseModel.MBG_NBD, now, ahead, seed);
    }
  },
  /** Customers leave at any time. */
  PARETO_NBD("pareto-nbd") {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      return lifetime(PurchaseModel.PARETO_NBD, now, ahead, seed);
    }
  },
  /** A network over a handful of figures. */
  BAYES_NETWORK("bayes-network") {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      BehaviorNetwork network = BehaviorNetwork.of(days, now.lastDay(), ahead);
      double[][] features = BehaviorFeatures.of(days, now);
      double[] buys = new double[features.length];
      for (int i = 0; i < buys.length; i++) {
        buys[i] = network.buys(features[i], ahead);
      }
      return buys;
    }
  },
  /** A sum of figures, each with a learned weight. */
  PROFILE_SCORE(ProfileScore.NAME) {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      return ProfileScore.learn(days, now.lastDay(), ahead).buys(days, now);
    }
  },
  /** Boosted trees over all figures. */
  BOOSTED_TREES("boosted-trees") {
    @Override
    public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
      return BoostedBuyers.learn(days, now.lastDay(), ahead, seed, false).buys(days, now);
    }
  };

  private final String id;

  PurchaseFamily(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /**
   * Probability of at least one purchase of each customer known on the last day.
   *
   * @param now the customers known on their last day
   * @param ahead days that follow
   */
  public abstract double[] buys(PurchaseDays days, Histories now, int ahead, long seed);

  private static double[] lifetime(PurchaseModel model, Histories now, int ahead, long seed) {
    PurchaseLaw law = FittedPurchases.fit(model, now, seed).law();
    double[] buys = new double[now.size()];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = law.buys(now.repeats(i), now.recency(i), now.age(i), ahead / Histories.WEEK);
    }
    return buys;
  }
}
