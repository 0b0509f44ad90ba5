package souk.it.bench.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseLaw;

/** Mean purchases after the calibration by how often customers bought again before. */
public final class FrequencyBins {
  private static final int LAST = 7;

  private final int[] customers = new int[LAST + 1];
  private final double[][] means;
  private final List<String> names;

  /**
   * @param laws by the order of the names
   * @param upTo last day that is counted
   */
  public FrequencyBins(
      PurchaseDays days,
      Histories histories,
      int upTo,
      List<String> names,
      List<PurchaseLaw> laws) {
    this.names = new ArrayList<>(List.of("came"));
    this.names.addAll(names);
    means = new double[1 + laws.size()][LAST + 1];
    double weeks = (upTo - histories.lastDay()) / Histories.WEEK;
    for (int i = 0; i < histories.size(); i++) {
      int bin = Math.min(LAST, histories.repeats(i));
      customers[bin]++;
      means[0][bin] += days.purchases(histories.customer(i), histories.lastDay(), upTo);
      for (int k = 0; k < laws.size(); k++) {
        means[1 + k][bin] +=
            laws.get(k)
                .expected(histories.repeats(i), histories.recency(i), histories.age(i), weeks);
      }
    }
    for (double[] row : means) {
      for (int bin = 0; bin <= LAST; bin++) {
        row[bin] /= Math.max(1, customers[bin]);
      }
    }
  }

  public String table() {
    StringBuilder text = new StringBuilder("repeats  customers");
    names.forEach(name -> text.append(String.format(Locale.ROOT, "%12s", name)));
    text.append('\n');
    for (int bin = 0; bin <= LAST; bin++) {
      text.append(String.format(Locale.ROOT, "%7s  %9d", label(bin), customers[bin]));
      for (double[] row : means) {
        text.append(String.format(Locale.ROOT, "%12.3f", row[bin]));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String label(int bin) {
    return bin == LAST ? LAST + "+" : Integer.toString(bin);
  }

  /** Largest difference of a column from what came, over the bins but the last. */
  public double farthest(int column) {
    double most = 0;
    for (int bin = 0; bin < LAST; bin++) {
      most = Math.max(most, Math.abs(means[1 + column][bin] - means[0][bin]));
    }
    return most;
  }

  /** The table as a picture. */
  public String svg(String title) {
    LinePicture picture = new LinePicture(title, "repeat purchases in weeks 1 to 39");
    List<String> labels = new ArrayList<>();
    for (int bin = 0; bin <= LAST; bin++) {
      labels.add(label(bin));
    }
    return picture.svg(labels, names, means, "purchases in weeks 40 to 78");
  }
}
