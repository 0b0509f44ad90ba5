package souk.demand.lib.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NestedRoundingTest {
  private static double sum(double[] values, int[] members) {
    return Arrays.stream(members).mapToDouble(i -> values[i]).sum();
  }

  /** Chain, 3 categories, 9 shelves nested in them, 27 products; stores cut across. */
  @Test
  void everyNestedTotalMovesByLessThanOneAndAllAddUp() {
    SplittableRandom random = new SplittableRandom(6);
    int[][] chain = {new int[27]};
    int[][] categories = new int[3][9];
    int[][] shelves = new int[9][3];
    int[][] stores = new int[3][9];
    for (int i = 0; i < 27; i++) {
      chain[0][i] = i;
      categories[i / 9][i % 9] = i;
      shelves[i / 3][i % 3] = i;
      stores[i % 3][i / 3] = i;
    }
    for (int run = 0; run < 500; run++) {
      double[] bottom = random.doubles(27, 0, 4).toArray();
      double[] whole = NestedRounding.round(bottom, List.of(chain, categories, stores, shelves));
      assertEquals(Math.rint(sum(bottom, chain[0])), sum(whole, chain[0]), 0);
      for (int[][] level : List.of(categories, shelves)) {
        for (int[] group : level) {
          assertTrue(Math.abs(sum(bottom, group) - sum(whole, group)) < 1);
        }
      }
      for (int i = 0; i < 27; i++) {
        assertEquals(Math.rint(whole[i]), whole[i], 0);
        assertTrue(Math.abs(bottom[i] - whole[i]) < 1.000001 && whole[i] >= 0);
      }
    }
  }
}
