package souk.customer.lib.behavior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

class BehaviorFeaturesTest {
  private static final int CUSTOMERS = 10_000;
  private static final int TODAY = 200;

  /** Lines of days 0 to 399, of which the first part lies before today. */
  private static PurchaseDays shop(boolean withFuture) {
    SplittableRandom random = new SplittableRandom(3);
    int lines = 60_000;
    int[] customer = new int[lines];
    int[] day = new int[lines];
    double[] amount = new double[lines];
    int kept = 0;
    for (int i = 0; i < lines; i++) {
      int who = random.nextInt(CUSTOMERS);
      int when = random.nextInt(400);
      double worth = random.nextInt(100) - 5;
      if (withFuture || when <= TODAY) {
        customer[kept] = who;
        day[kept] = when;
        amount[kept++] = worth;
      }
    }
    return PurchaseDays.of(
        CUSTOMERS,
        java.util.Arrays.copyOf(customer, kept),
        java.util.Arrays.copyOf(day, kept),
        java.util.Arrays.copyOf(amount, kept));
  }

  @Test
  void whatIsLearnedFromLaterIsWhatWasKnownThen() {
    PurchaseDays later = shop(true);
    PurchaseDays then = shop(false);
    Histories a = Histories.at(later, TODAY);
    Histories b = Histories.at(then, TODAY);
    assertTrue(a.size() > 9_000, a.size() + " customers");
    assertEquals(a.size(), b.size());
    double[][] first = BehaviorFeatures.of(later, a);
    double[][] second = BehaviorFeatures.of(then, b);
    for (int i = 0; i < first.length; i++) {
      assertEquals(a.customer(i), b.customer(i));
      assertArrayEquals(first[i], second[i]);
    }
  }

  @Test
  void oneCustomerAloneHasTheFiguresOfAll() {
    SplittableRandom random = new SplittableRandom(5);
    List<List<int[]>> lines = new ArrayList<>();
    List<int[]> all = new ArrayList<>();
    for (int who = 0; who < CUSTOMERS; who++) {
      List<int[]> own = new ArrayList<>();
      for (int left = 1 + random.nextInt(12); left > 0; left--) {
        int day = own.isEmpty() ? random.nextInt(TODAY) : random.nextInt(400);
        own.add(new int[] {who, day, random.nextInt(100_000) - (own.isEmpty() ? 0 : 9_000)});
      }
      lines.add(own);
      all.addAll(own);
    }
    Collections.shuffle(all, new Random(6));
    PurchaseDays days =
        PurchaseDays.of(
            CUSTOMERS,
            all.stream().mapToInt(line -> line[0]).toArray(),
            all.stream().mapToInt(line -> line[1]).toArray(),
            all.stream().mapToDouble(line -> line[2]).toArray());
    Histories histories = Histories.at(days, TODAY);
    double[][] offline = BehaviorFeatures.of(days, histories);
    assertEquals(CUSTOMERS, offline.length);
    for (int i = 0; i < offline.length; i++) {
      List<int[]> own = lines.get(histories.customer(i));
      Optional<double[]> online =
          BehaviorFeatures.ofOne(
              own.stream().mapToInt(line -> line[1]).toArray(),
              own.stream().mapToDouble(line -> line[2]).toArray(),
              TODAY);
      assertArrayEquals(offline[i], online.orElseThrow());
    }
    assertEquals(
        Optional.empty(), BehaviorFeatures.ofOne(new int[] {TODAY + 1}, new double[] {1}, TODAY));
  }

  @Test
  void figuresAreCountedByHand() {
    PurchaseDays days =
        PurchaseDays.of(
            1, new int[] {0, 0, 0, 0}, new int[] {0, 50, 90, 120}, new double[] {10, 20, 30, 99});
    double[] row = BehaviorFeatures.of(days, Histories.at(days, 100))[0];
    assertArrayEquals(
        new double[] {10, 100, 3, 45, 10 / 45.0, 1, 2, 3, 20, 50, 60 / 101.0}, row, 1e-9);
    assertEquals(BehaviorFeatures.NAMES.size(), row.length);
  }
}
