package souk.demand.lib.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** There and back, and the power of planted spreads. */
class BoxCoxTest {
  @Test
  void thereAndBack() {
    for (double lambda : new double[] {0, 0.3, 1}) {
      BoxCox power = new BoxCox(lambda);
      for (double value : new double[] {0.01, 1, 250}) {
        assertEquals(value, power.invert(power.apply(value)), 1e-9 * value);
      }
    }
    assertEquals(0, new BoxCox(0.5).invert(-10), 0);
  }

  @Test
  void spreadThatGrowsWithTheLevelAsksForTheLogarithm() {
    SplittableRandom random = new SplittableRandom(7);
    double[] growing = new double[120];
    double[] steady = new double[120];
    for (int t = 0; t < 120; t++) {
      double noise = random.nextDouble() - 0.5;
      growing[t] = Math.exp(0.03 * t) * (1 + 0.3 * noise);
      steady[t] = 100 + 5 * t + 30 * noise;
    }
    assertTrue(BoxCox.guerrero(growing, 12).lambda() < 0.2);
    assertTrue(BoxCox.guerrero(steady, 12).lambda() > 0.6);
  }
}
