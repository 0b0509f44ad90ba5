package souk.kernel.runtime.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExcessTestTest {
  /** At exactly the tolerated rate, looking after each of 5,000 events. */
  @Tag("slow")
  @Test
  void tolerableRatesAreSeldomBlamedHoweverOftenOneLooks() {
    Random random = new Random(11);
    int blamed = 0;
    for (int run = 0; run < 1_000; run++) {
      ExcessTest test = new ExcessTest();
      for (int i = 0; i < 5_000; i++) {
        test.add(random.nextDouble() < 0.02, 0.02);
      }
      blamed += test.evidence() >= 20 ? 1 : 0;
    }
    assertTrue(blamed <= 50 + 3 * Math.sqrt(47.5), "blamed " + blamed + " of 1000 at alpha 5 %");
    assertTrue(blamed > 0, "a test that never speaks is no test");
  }

  @Test
  void aStrategyThatAlwaysFailsIsBlamedAfterAFewCalls() {
    ExcessTest test = new ExcessTest();
    int calls = 0;
    while (test.evidence() < 200) {
      test.add(true, 0.01);
      calls++;
    }
    assertEquals(2, calls);
  }

  @Test
  void fiveTimesTheToleratedRateIsFound() {
    Random random = new Random(12);
    int found = 0;
    for (int run = 0; run < 200; run++) {
      ExcessTest test = new ExcessTest();
      for (int i = 0; i < 1_000; i++) {
        test.add(random.nextDouble() < 0.05, 0.01);
      }
      found += test.evidence() >= 200 ? 1 : 0;
    }
    assertTrue(found >= 190, "found " + found + " of 200");
  }

  /** Expectation of the next value over both outcomes, by hand. */
  @Test
  void atTheToleratedRateTheWealthIsAFairGame() {
    for (double rate : new double[] {0.001, 0.05, 0.5}) {
      ExcessTest yes = new ExcessTest();
      yes.add(true, rate);
      double up = mean(yes.state());
      ExcessTest no = new ExcessTest();
      no.add(false, rate);
      assertEquals(1, rate * up + (1 - rate) * mean(no.state()), 1e-9);
    }
  }

  @Test
  void itGoesOnWhereItWasLeft() {
    ExcessTest whole = new ExcessTest();
    ExcessTest parts = new ExcessTest();
    for (int i = 0; i < 100; i++) {
      whole.add(i % 9 == 0, 0.05);
      parts.add(i % 9 == 0, 0.05);
      parts = ExcessTest.of(parts.state());
    }
    assertEquals(whole.evidence(), parts.evidence());
    assertEquals(1, ExcessTest.of(new double[2]).evidence());
    assertThrows(IllegalArgumentException.class, () -> whole.add(true, 0));
  }

  private static double mean(double[] state) {
    double sum = 0;
    for (int i = 0; i < state.length - 1; i++) {
      sum += Math.exp(state[i]);
    }
    return sum / (state.length - 1);
  }
}
