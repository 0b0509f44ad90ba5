package souk.customer.lib.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.numeric.lib.Logistic;

/**
 * What tells a customer from the others: for each figure, how many of those alike in it bought in
 * the last days that are known. Says the same of every family. Immutable.
 */
public final class BuyingSigns {
  /** Figures that people understand, all of {@link BehaviorFeatures}. */
  private static final List<String> FIGURES =
      List.of("daysSinceLast", "purchases", "purchases90", "meanGapDays", "meanAmount");

  private static final int CLASSES = 5;

  private final List<double[]> edges;
  private final List<double[]> shares;
  private final double all;

  private BuyingSigns(List<double[]> edges, List<double[]> shares, double all) {
    this.edges = edges;
    this.shares = shares;
    this.all = all;
  }

  /**
   * A sign of one customer.
   *
   * @param figure name of the figure
   * @param value of the customer
   * @param share of the customers alike in it who bought
   */
  public record Sign(String figure, double value, double share) {}

  /**
   * Counts who bought in the last days that are known.
   *
   * @param ahead days that are counted; at most a third of those known
   */
  public static BuyingSigns of(PurchaseDays days, int lastDay, int ahead) {
    int known = lastDay - days.firstDay() + 1;
    int held = Math.max(1, Math.min(ahead, known / 3));
    Histories then = Histories.at(days, lastDay - held);
    double[][] features = BehaviorFeatures.of(days, then);
    double[] bought = PastAnswers.bought(days, then, held);
    double all = (Arrays.stream(bought).sum() + 0.5) / (bought.length + 1);
    List<double[]> edges = new ArrayList<>();
    List<double[]> shares = new ArrayList<>();
    for (String figure : FIGURES) {
      int column = BehaviorFeatures.NAMES.indexOf(figure);
      double[] cuts = cuts(features, column);
      double[] count = new double[CLASSES];
      double[] happened = new double[CLASSES];
      for (int i = 0; i < features.length; i++) {
        double value = features[i][column];
        if (!Double.isNaN(value)) {
          count[place(cuts, value)]++;
          happened[place(cuts, value)] += bought[i];
        }
      }
      double[] share = new double[CLASSES];
      // One customer who did as all do goes into each class, so that none is empty or certain.
      Arrays.setAll(share, c -> (happened[c] + all) / (count[c] + 1));
      edges.add(cuts);
      shares.add(share);
    }
    return new BuyingSigns(edges, shares, all);
  }

  private static double[] cuts(double[][] features, int column) {
    double[] sorted =
        Arrays.stream(features)
            .mapToDouble(row -> row[column])
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    double[] cuts = new double[CLASSES - 1];
    for (int c = 0; c < cuts.length; c++) {
      cuts[c] = sorted.length == 0 ? 0 : sorted[(c + 1) * sorted.length / CLASSES];
    }
    return cuts;
  }

  private static int place(double[] cuts, double value) {
    int place = 0;
    while (place < cuts.length && value >= cuts[place]) {
      place++;
    }
    return place;
  }

  /** Share of all customers who bought. */
  public double all() {
    return all;
  }

  /**
   * The signs that tell most of a customer, most telling first.
   *
   * @param features a row of {@link BehaviorFeatures}
   */
  public List<Sign> of(double[] features, int most) {
    List<Sign> signs = new ArrayList<>();
    for (int f = 0; f < FIGURES.size(); f++) {
      double value = features[BehaviorFeatures.NAMES.indexOf(FIGURES.get(f))];
      if (!Double.isNaN(value)) {
        signs.add(new Sign(FIGURES.get(f), value, shares.get(f)[place(edges.get(f), value)]));
      }
    }
    double usual = Logistic.score(all);
    signs.sort(Comparator.comparingDouble(s -> -Math.abs(Logistic.score(s.share()) - usual)));
    return List.copyOf(signs.subList(0, Math.min(most, signs.size())));
  }
}
