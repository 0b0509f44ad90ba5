package souk.demand.lib.reconcile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
  @Test
  void whatIsMissingGoesToTheLargestRemainders() {
    assertArrayEquals(new double[] {2, 0, 1}, LargestRemainder.round(new double[] {1.6, 0.3, 1.1}));
    assertArrayEquals(new double[] {1, 0}, LargestRemainder.allocate(new double[] {0.5, 0.5}, 1));
    assertArrayEquals(new double[0], LargestRemainder.round(new double[0]));
  }

  @Test
  void sumsStayAndNothingMovesByOne() {
    SplittableRandom random = new SplittableRandom(4);
    for (int run = 0; run < 2_000; run++) {
      double[] values = random.doubles(1 + random.nextInt(30), -3, 9).toArray();
      double[] whole = LargestRemainder.round(values);
      assertEquals(Math.rint(Arrays.stream(values).sum()), Arrays.stream(whole).sum(), 0);
      for (int i = 0; i < whole.length; i++) {
        assertEquals(Math.rint(whole[i]), whole[i], 0);
        assertTrue(Math.abs(whole[i] - values[i]) < 1, values[i] + " became " + whole[i]);
        assertTrue(values[i] < 0 || whole[i] >= 0);
      }
    }
  }

  @Test
  void hugeValuesStayAsTheyAre() {
    double[] huge = {1e100, 3e100};
    assertArrayEquals(huge, LargestRemainder.round(huge));
  }
}
