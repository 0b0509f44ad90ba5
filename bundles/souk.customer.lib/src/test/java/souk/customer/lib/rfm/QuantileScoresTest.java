package souk.customer.lib.rfm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileScoresTest {
  @Test
  void withoutTiesTheClassesAreEquallyLarge() {
    long[] values = new Random(3).longs(1000).distinct().limit(1000).toArray();
    int[] scores = QuantileScores.higherIsBetter(values, 5);
    int[] sizes = new int[6];
    IntStream.of(scores).forEach(s -> sizes[s]++);
    assertArrayEquals(new int[] {0, 200, 200, 200, 200, 200}, sizes);
  }

  @Test
  void equalValuesGetEqualScoresInAnyOrder() {
    long[] values = {1, 1, 1, 1, 2, 3, 1, 1, 9, 1};
    int[] scores = QuantileScores.higherIsBetter(values, 5);
    assertArrayEquals(new int[] {2, 2, 2, 2, 4, 5, 2, 2, 5, 2}, scores);
    long[] shuffled = {9, 1, 1, 2, 1, 1, 1, 3, 1, 1};
    assertArrayEquals(
        new int[] {5, 2, 2, 4, 2, 2, 2, 5, 2, 2}, QuantileScores.higherIsBetter(shuffled, 5));
  }

  @Test
  void aConstantColumnIsMiddling() {
    assertArrayEquals(new int[] {3, 3, 3}, QuantileScores.lowerIsBetter(new long[] {7, 7, 7}, 5));
  }

  @Test
  void lowerIsBetterMirrorsTheOrder() {
    long[] days = {1, 30, 60, 90, 365};
    assertArrayEquals(new int[] {5, 4, 3, 2, 1}, QuantileScores.lowerIsBetter(days, 5));
    assertArrayEquals(new int[] {1, 2, 3, 4, 5}, QuantileScores.higherIsBetter(days, 5));
  }

  @Test
  void extremeLongsDoNotOverflow() {
    long[] values = {Long.MIN_VALUE, Long.MAX_VALUE};
    assertArrayEquals(new int[] {1, 2}, QuantileScores.higherIsBetter(values, 2));
  }

  @Test
  void agreesWithTheDefinitionOnRandomTiedColumns() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(40);
      long[] values = random.longs(n, 0, 6).toArray();
      int[] scores = QuantileScores.higherIsBetter(values, 5);
      for (int i = 0; i < n; i++) {
        long v = values[i];
        double below = Arrays.stream(values).filter(x -> x < v).count();
        double equal = Arrays.stream(values).filter(x -> x == v).count();
        assertEquals(1 + (int) Math.floor(5 * (below + equal / 2) / n + 1e-12), scores[i]);
      }
    }
  }
}
