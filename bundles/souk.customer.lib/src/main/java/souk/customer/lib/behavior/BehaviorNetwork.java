package souk.customer.lib.behavior;

import java.util.Arrays;
import souk.customer.lib.bayes.AugmentedBayes;
import souk.customer.lib.bayes.DiscreteNetwork;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

/**
 * Who buys, by a Bayesian network over a handful of figures in a few classes each: the transparent
 * option. Learned from what customers did in the last days that are known. Immutable.
 */
public final class BehaviorNetwork {
  /** Figures of {@link BehaviorFeatures} that the network knows. */
  private static final String[] FIGURES = {
    "daysSinceLast", "purchases", "lateness", "purchases90", "meanAmount"
  };

  private static final int CLASSES = 5;
  private static final int TARGET = 0;
  private static final double PRIOR = 0.5;

  private final double[][] edges;
  private final DiscreteNetwork network;
  private final double timesIfBuying;
  private final int held;

  private BehaviorNetwork(
      double[][] edges, DiscreteNetwork network, double timesIfBuying, int held) {
    this.edges = edges;
    this.network = network;
    this.timesIfBuying = timesIfBuying;
    this.held = held;
  }

  /**
   * Learns from the last days that are known.
   *
   * @param lastDay last day known
   * @param daysAhead days that are counted; at most a third of those known
   */
  public static BehaviorNetwork of(PurchaseDays days, int lastDay, int daysAhead) {
    int known = lastDay - days.firstDay() + 1;
    int held = Math.max(1, Math.min(daysAhead, known / 3));
    Histories before = Histories.at(days, lastDay - held);
    double[][] features = BehaviorFeatures.of(days, before);
    double[][] edges = new double[FIGURES.length][];
    for (int f = 0; f < FIGURES.length; f++) {
      edges[f] = edges(features, BehaviorFeatures.NAMES.indexOf(FIGURES[f]));
    }
    int[] sizes = new int[FIGURES.length + 1];
    Arrays.fill(sizes, CLASSES + 1);
    sizes[TARGET] = 2;
    int[][] rows = new int[features.length][];
    double bought = 1;
    double times = 1;
    for (int i = 0; i < rows.length; i++) {
      int there = days.purchases(before.customer(i), lastDay - held, lastDay);
      rows[i] = states(edges, features[i]);
      rows[i][TARGET] = there > 0 ? 1 : 0;
      bought += there > 0 ? 1 : 0;
      times += there;
    }
    int[][] parents = AugmentedBayes.parents(sizes, TARGET, rows);
    return new BehaviorNetwork(
        edges, DiscreteNetwork.learn(sizes, parents, rows, PRIOR), times / bought, held);
  }

  /** Upper ends of classes with about as many customers each. */
  private static double[] edges(double[][] rows, int figure) {
    double[] sorted =
        Arrays.stream(rows)
            .mapToDouble(row -> row[figure])
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    double[] edges = new double[CLASSES - 1];
    for (int e = 0; e < edges.length; e++) {
      edges[e] = sorted.length == 0 ? 0 : sorted[(e + 1) * sorted.length / CLASSES];
    }
    return edges;
  }

  /** The last class is that of figures which a customer has not. */
  private static int[] states(double[][] edges, double[] row) {
    int[] states = new int[FIGURES.length + 1];
    states[TARGET] = DiscreteNetwork.UNKNOWN;
    for (int f = 0; f < FIGURES.length; f++) {
      double value = row[BehaviorFeatures.NAMES.indexOf(FIGURES[f])];
      int state = 0;
      while (state < edges[f].length && value >= edges[f][state]) {
        state++;
      }
      states[f + 1] = Double.isNaN(value) ? CLASSES : state;
    }
    return states;
  }

  /**
   * Probability of at least one purchase within so many days.
   *
   * @param features a row of {@link BehaviorFeatures}
   */
  public double buys(double[] features, int daysAhead) {
    double here = network.posterior(TARGET, states(edges, features))[1];
    return -StrictMath.expm1(StrictMath.log1p(-Math.min(here, 1 - 1e-9)) * daysAhead / held);
  }

  /** Expected purchases: the mean of those who bought, as often as one is expected to. */
  public double purchases(double[] features, int daysAhead) {
    double here = network.posterior(TARGET, states(edges, features))[1];
    return Math.min(daysAhead, here * timesIfBuying * daysAhead / held);
  }
}
