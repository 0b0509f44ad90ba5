package souk.customer.lib.behavior;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

/** What is learned must come from who did what later, and vanish when that is exchanged. */
class ShuffledFutureTest {
  private static final int CUSTOMERS = 6_000;
  private static final int CUT = 270;
  private static final int LEARNED = 300;
  private static final int END = 330;

  /** A third buys every ten days or so, the others every hundred. */
  private static List<int[]> purchases() {
    SplittableRandom random = new SplittableRandom(11);
    List<int[]> lines = new ArrayList<>();
    for (int c = 0; c < CUSTOMERS; c++) {
      int every = c % 3 == 0 ? 10 : 100;
      for (int day = 0; day <= END; day++) {
        if (day == c % 30 || random.nextInt(every) == 0) {
          lines.add(new int[] {c, day});
        }
      }
    }
    return lines;
  }

  /** What customers do in the days that are learned from is given to others. */
  private static List<int[]> exchanged(List<int[]> lines) {
    int[] other = new int[CUSTOMERS];
    SplittableRandom random = new SplittableRandom(12);
    for (int c = 0; c < CUSTOMERS; c++) {
      int place = random.nextInt(c + 1);
      other[c] = other[place];
      other[place] = c;
    }
    List<int[]> exchanged = new ArrayList<>();
    for (int[] line : lines) {
      boolean learned = line[1] > CUT && line[1] <= LEARNED;
      exchanged.add(new int[] {learned ? other[line[0]] : line[0], line[1]});
    }
    return exchanged;
  }

  private static PurchaseDays days(List<int[]> lines) {
    double[] amount = new double[lines.size()];
    java.util.Arrays.fill(amount, 10);
    return PurchaseDays.of(
        CUSTOMERS,
        lines.stream().mapToInt(line -> line[0]).toArray(),
        lines.stream().mapToInt(line -> line[1]).toArray(),
        amount);
  }

  /** By how much the squared error is below that of telling everybody the same, as a share. */
  private static double skill(BehaviorNetwork network, PurchaseDays truth) {
    Histories now = Histories.at(truth, LEARNED);
    double[][] rows = BehaviorFeatures.of(truth, now);
    double[] bought = new double[rows.length];
    double mean = 0;
    for (int i = 0; i < rows.length; i++) {
      bought[i] = truth.purchases(now.customer(i), LEARNED, END) > 0 ? 1 : 0;
      mean += bought[i] / rows.length;
    }
    double error = 0;
    double alike = 0;
    for (int i = 0; i < rows.length; i++) {
      double off = network.buys(rows[i], END - LEARNED) - bought[i];
      error += off * off;
      alike += (mean - bought[i]) * (mean - bought[i]);
    }
    return 1 - error / alike;
  }

  @Test
  void skillVanishesWithTheFutureOfOthers() {
    List<int[]> lines = purchases();
    PurchaseDays truth = days(lines);
    BehaviorNetwork honest = BehaviorNetwork.of(truth, LEARNED, LEARNED - CUT);
    BehaviorNetwork fooled = BehaviorNetwork.of(days(exchanged(lines)), LEARNED, LEARNED - CUT);
    assertTrue(skill(honest, truth) > 0.3, "skill " + skill(honest, truth));
    assertTrue(skill(fooled, truth) < 0.01, "skill " + skill(fooled, truth));
  }
}
