package souk.offer.lib.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void thirdsOfAHundredGoToTheEarlierLine() {
    assertArrayEquals(
        new long[] {34, 33, 33}, Allocation.byLargestRemainder(100, new long[] {1, 1, 1}));
    assertArrayEquals(new long[] {0, 0}, Allocation.byLargestRemainder(0, new long[] {0, 0}));
    assertArrayEquals(
        new long[] {0, 500, 0}, Allocation.byLargestRemainder(500, new long[] {0, 7, 0}));
  }

  @Test
  void sumsExactlyAndNoShareExceedsItsWeight() {
    Random random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      long[] weights = new long[1 + random.nextInt(12)];
      long most = round % 3 == 0 ? 1_000_000_000_000_000L : 5_000;
      Arrays.setAll(weights, i -> random.nextInt(4) == 0 ? 0 : random.nextLong(most));
      long sum = Arrays.stream(weights).sum();
      long total = sum == 0 ? 0 : random.nextLong(sum + 1);
      long[] shares = Allocation.byLargestRemainder(total, weights);
      assertEquals(total, Arrays.stream(shares).sum());
      for (int i = 0; i < weights.length; i++) {
        assertTrue(shares[i] >= 0 && shares[i] <= weights[i]);
        double fair = sum == 0 ? 0 : (double) total * weights[i] / sum;
        assertTrue(most > 5_000 || Math.abs(shares[i] - fair) < 1 + 1e-6);
      }
    }
  }

  @Test
  void refusesWhatCannotBeSpread() {
    assertThrows(
        IllegalArgumentException.class, () -> Allocation.byLargestRemainder(1, new long[] {0}));
    assertThrows(
        IllegalArgumentException.class, () -> Allocation.byLargestRemainder(1, new long[] {-1, 2}));
  }
}
