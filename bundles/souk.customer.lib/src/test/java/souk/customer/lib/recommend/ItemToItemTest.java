package souk.customer.lib.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.customer.lib.TestLogs;
import souk.model.PurchaseLog;

class ItemToItemTest {
  @Test
  void equalsBruteForceOnRandomPurchases() {
    Random random = new Random(4);
    TestLogs rows = new TestLogs();
    boolean[][] bought = new boolean[30][12];
    for (int i = 0; i < 200; i++) {
      int customer = random.nextInt(30);
      int sku = random.nextInt(12);
      bought[customer][sku] = true;
      rows.line(customer, i, sku, random.nextInt(50), 100);
    }
    PurchaseIndex index = PurchaseIndex.of(rows.log(30, 12), 50, 30);
    ItemToItem model = ItemToItem.of(index, 12, 3);
    for (int i = 0; i < 12; i++) {
      Set<Integer> seen = new HashSet<>();
      for (int n = 0; n < model.neighbours()[i].length; n++) {
        int j = model.neighbours()[i][n];
        seen.add(j);
        assertEquals(expected(bought, i, j), model.similarities()[i][n], 1e-6);
      }
      for (int j = 0; j < 12; j++) {
        assertEquals(j != i && expected(bought, i, j) > 0, seen.contains(j));
      }
    }
  }

  @Test
  void returnsAndUnknownCustomersDoNotCount() {
    PurchaseLog log =
        new TestLogs()
            .line(0, 0, 0, 1, 100)
            .line(0, 1, 1, 2, -100)
            .line(-1, 2, 0, 3, 100)
            .line(-1, 2, 1, 3, 100)
            .log(1, 2);
    PurchaseIndex index = PurchaseIndex.of(log, 10, 30);
    assertEquals(1, index.buyers(0));
    assertEquals(0, index.buyers(1));
    assertEquals(0, ItemToItem.of(index, 5, 0).neighbours()[0].length);
  }

  @Test
  void weightsHalveWithAgeAndCountOrdersOnce() {
    PurchaseLog log =
        new TestLogs().line(0, 7, 0, 9, 100).line(0, 7, 0, 9, 100).line(0, 5, 0, 4, 100).log(1, 1);
    PurchaseIndex index = PurchaseIndex.of(log, 10, 5);
    assertEquals(2, index.orders(0));
    assertEquals(1.5, index.weight(0), 1e-12);
    assertEquals(9, index.lastDay(0));
  }

  @Test
  void rankingKeepsTheBestAndBreaksTiesByIndex() {
    Ranking ranking = new Ranking(3);
    ranking.offer(9, 1);
    ranking.offer(4, 2);
    ranking.offer(2, 1);
    ranking.offer(7, 1);
    ranking.offer(8, 0.5);
    assertArrayEquals(new int[] {4, 2, 7}, ranking.items());
    assertArrayEquals(new double[] {2, 1, 1}, ranking.scores());
    Ranking none = new Ranking(0);
    none.offer(1, 1);
    assertEquals(0, none.items().length);
  }

  private static double expected(boolean[][] bought, int i, int j) {
    double ni = 0;
    double nj = 0;
    double both = 0;
    for (boolean[] customer : bought) {
      ni += customer[i] ? 1 : 0;
      nj += customer[j] ? 1 : 0;
      both += customer[i] && customer[j] ? 1 : 0;
    }
    return both == 0 ? 0 : both / Math.sqrt(ni * nj) * both / (both + 3);
  }
}
