package souk.it.bench.lifetime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import souk.customer.lib.behavior.BehaviorFeatures;
import souk.customer.lib.behavior.BehaviorNetwork;
import souk.customer.lib.lifetime.FittedPurchases;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseLaw;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.lib.lifetime.RecencyTable;
import souk.learn.lib.boost.TableTrees;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/**
 * Who buys within so many days after an origin: each family's probability for every customer known
 * then. What is learned is learned from earlier origins whose days ahead end at the origin.
 */
public final class PurchaseTask {
  private static final int STEP = 15;
  private static final int ORIGINS = 5;

  private final PurchaseDays days;
  private final int origin;
  private final int ahead;
  private final Histories now;

  public PurchaseTask(PurchaseDays days, int origin, int ahead) {
    this.days = days;
    this.origin = origin;
    this.ahead = ahead;
    this.now = Histories.at(days, origin);
  }

  /** 1 for each customer who bought. */
  public double[] bought() {
    return bought(now);
  }

  private double[] bought(Histories histories) {
    double[] bought = new double[histories.size()];
    for (int i = 0; i < bought.length; i++) {
      int from = histories.lastDay();
      bought[i] = days.purchases(histories.customer(i), from, from + ahead) > 0 ? 1 : 0;
    }
    return bought;
  }

  /** Probabilities by family. */
  public Map<String, double[]> families() {
    Map<String, double[]> families = new LinkedHashMap<>();
    families.put("recency", recency());
    for (PurchaseModel model : PurchaseModel.values()) {
      families.put(model.id(), lifetime(model));
    }
    families.put("bayes-network", bayes());
    families.put("boosted", boosted(false));
    families.put("shuffled", boosted(true));
    return families;
  }

  /** Days since the last purchase, the latest first: the order of the plain rule without ties. */
  public double[] lately() {
    double[] score = new double[now.size()];
    for (int i = 0; i < score.length; i++) {
      score[i] = now.recency(i) - now.age(i);
    }
    return score;
  }

  private double[] recency() {
    RecencyTable table = RecencyTable.of(days, origin, ahead);
    double[] buys = new double[now.size()];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = table.buys(now.age(i) - now.recency(i), ahead);
    }
    return buys;
  }

  private double[] lifetime(PurchaseModel model) {
    PurchaseLaw law = FittedPurchases.fit(model, now, 1).law();
    double[] buys = new double[now.size()];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = law.buys(now.repeats(i), now.recency(i), now.age(i), ahead / Histories.WEEK);
    }
    return buys;
  }

  private double[] bayes() {
    BehaviorNetwork network = BehaviorNetwork.of(days, origin, ahead);
    double[][] features = BehaviorFeatures.of(days, now);
    double[] buys = new double[features.length];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = network.buys(features[i], ahead);
    }
    return buys;
  }

  private double[] boosted(boolean shuffled) {
    List<double[]> rows = new ArrayList<>();
    List<Double> target = new ArrayList<>();
    for (int k = 0; k < ORIGINS; k++) {
      Histories then = Histories.at(days, origin - ahead - k * STEP);
      double[] bought = bought(then);
      rows.addAll(List.of(BehaviorFeatures.of(days, then)));
      for (double one : bought) {
        target.add(one);
      }
    }
    double[] seen = target.stream().mapToDouble(Double::doubleValue).toArray();
    if (shuffled) {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = seen.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double kept = seen[i];
        seen[i] = seen[other];
        seen[other] = kept;
      }
    }
    Sample sample =
        Sample.of(rows.toArray(new double[0][]), seen, new boolean[BehaviorFeatures.NAMES.size()]);
    TableTrees trees =
        TableTrees.fit(sample, TableTrees.standard(Loss.LOGISTIC, seen.length, 1), Lanes.ONE);
    double[][] features = BehaviorFeatures.of(days, now);
    double[] buys = new double[features.length];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = trees.predict(features[i]);
    }
    return buys;
  }
}
