package souk.customer.lib.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HistoriesTest {
  private static final PurchaseDays DAYS =
      PurchaseDays.of(
          5,
          //        0: twice a day  1: returned at once, later really  2: refund  3: free   4: later
          new int[] {0, 0, 0, 0, 1, 1, 1, 2, 3, 4},
          new int[] {14, 0, 0, 7, 3, 3, 10, 5, 6, 50},
          new double[] {30, 10, 5, -4, 20, -20, 8, -9, 0, 1});

  @Test
  void purchasesOfOneDayAreOne() {
    Histories at = Histories.at(DAYS, 21);
    assertEquals(3, at.size());
    assertEquals(0, at.customer(0));
    assertEquals(1, at.repeats(0));
    assertEquals(2, at.recency(0));
    assertEquals(3, at.age(0));
    assertEquals(26, at.repeatSpend(0), 1e-12);
    assertEquals(41 / 2.0, at.spend(0), 1e-12);
  }

  @Test
  void whatWasGivenBackAtOnceIsNoPurchaseAndWhatCostNothingIs() {
    Histories at = Histories.at(DAYS, 21);
    assertEquals(1, at.customer(1));
    assertEquals(0, at.repeats(1));
    assertEquals(11 / 7.0, at.age(1));
    assertEquals(3, at.customer(2));
    assertEquals(0, at.repeats(2));
  }

  @Test
  void theFutureDoesNotCount() {
    assertEquals(0, Histories.at(DAYS, 6).repeats(0));
    assertEquals(4, Histories.at(DAYS, 50).size());
    assertEquals(0, DAYS.purchases(0, 6, 13));
    assertEquals(1, DAYS.purchases(0, 6, 14));
    assertEquals(26, DAYS.spent(0, 0, 14));
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() {
    PurchaseDays turned =
        PurchaseDays.of(
            2, new int[] {1, 0, 1, 0}, new int[] {9, -3, -8, 4}, new double[] {1, 2, 3, 4});
    Histories at = Histories.at(turned, 10);
    assertEquals(1, at.recency(0));
    assertEquals(17 / 7.0, at.recency(1));
  }
}
