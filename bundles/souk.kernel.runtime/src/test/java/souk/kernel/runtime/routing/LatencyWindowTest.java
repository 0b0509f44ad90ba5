package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyWindowTest {
  @Test
  void quantilesAreWithinOneEighthOfTheSortedOnes() {
    Random random = new Random(7);
    LatencyWindow window = new LatencyWindow(0);
    long[] nanos = new long[10_000];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = (long) Math.exp(8 + 8 * random.nextDouble());
      window.record(nanos[i], 1_000);
    }
    Arrays.sort(nanos);
    for (double q : new double[] {0.1, 0.5, 0.9, 0.99}) {
      double exact = nanos[(int) Math.ceil(q * nanos.length) - 1] / 1_000.0;
      long got = window.micros(q, 1_000);
      assertTrue(
          got >= Math.floor(exact) && got <= exact * 1.125 + 1, q + ": " + exact + " vs " + got);
    }
  }

  @Test
  void everyBucketEndsWhereTheNextBegins() {
    for (int b = 0; b < 320; b++) {
      assertEquals(b, LatencyWindow.bucket(LatencyWindow.upper(b)));
      assertEquals(b + 1, LatencyWindow.bucket(LatencyWindow.upper(b) + 1));
    }
  }

  @Test
  void callsOlderThanTwoMinutesAreForgotten() {
    LatencyWindow window = new LatencyWindow(0);
    window.record(5_000_000, 1);
    assertTrue(window.micros(0.5, 61_000_000_000L) > 0);
    assertEquals(0, window.micros(0.5, 300_000_000_000L));
  }
}
