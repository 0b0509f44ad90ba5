package souk.demand.lib.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PageHinkleyTest {
  /** Mean number of steps until the alarm. */
  private static double runLength(double shift, int runs) {
    Random random = new Random(5);
    double sum = 0;
    for (int run = 0; run < runs; run++) {
      PageHinkley test = new PageHinkley(2, 0.5);
      int steps = 0;
      while (!test.hasGrown()) {
        test.add(2 + 0.5 * (random.nextGaussian() + shift));
        steps++;
      }
      sum += steps;
    }
    return sum / runs;
  }

  /** Run lengths of a one-sided cumulative sum with tolerance 0.5 and limit 5: 930 and 10.4. */
  @Test
  void plantedShiftsAreFoundSoonAndNoiseSeldom() {
    assertEquals(930, runLength(0, 2_000), 90);
    assertEquals(10.4, runLength(1, 5_000), 0.5);
    assertTrue(runLength(2, 2_000) < 5);
  }

  @Test
  void aMeanThatFallsIsNoAlarm() {
    PageHinkley test = new PageHinkley(2, 0.5);
    for (int t = 0; t < 1_000; t++) {
      test.add(1);
    }
    assertEquals(0, test.statistic());
    assertThrows(IllegalArgumentException.class, () -> new PageHinkley(2, 0));
  }
}
