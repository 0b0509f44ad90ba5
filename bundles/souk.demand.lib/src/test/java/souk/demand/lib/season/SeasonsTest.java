package souk.demand.lib.season;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** STL, MSTL and the search for periods on planted seasons. */
class SeasonsTest {
  private static double[] planted(int n, double seven, double thirty) {
    SplittableRandom random = new SplittableRandom(4);
    double[] y = new double[n];
    for (int t = 0; t < n; t++) {
      y[t] =
          100
              + 0.05 * t
              + seven * Math.sin(2 * Math.PI * t / 7)
              + thirty * Math.cos(2 * Math.PI * t / 30)
              + random.nextDouble();
    }
    return y;
  }

  @Test
  void stlFindsAPlantedSeasonAndAddsUp() {
    double[] y = planted(210, 10, 0);
    Stl parts = Stl.of(y, 7);
    assertTrue(parts.strength() > 0.98, "" + parts.strength());
    for (int t = 0; t < y.length; t++) {
      assertEquals(y[t], parts.trend()[t] + parts.season()[t] + parts.rest()[t], 1e-9);
      assertEquals(10 * Math.sin(2 * Math.PI * t / 7), parts.season()[t], 0.8);
    }
    assertEquals(10 * Math.sin(2 * Math.PI * (y.length + 2) / 7), parts.ahead(2, 7), 0.8);
    assertTrue(Stl.of(planted(210, 0, 0), 7).strength() < 0.6);
    assertThrows(IllegalArgumentException.class, () -> Stl.of(new double[14], 7));
  }

  @Test
  void mstlTellsTwoSeasonsApart() {
    double[] y = planted(360, 10, 6);
    Mstl parts = Mstl.of(y, 30, 7);
    assertEquals(List.of(7, 30), List.of(parts.periods()[0], parts.periods()[1]));
    for (int t = 60; t < 300; t++) {
      assertEquals(10 * Math.sin(2 * Math.PI * t / 7), parts.season(0)[t], 1);
      assertEquals(6 * Math.cos(2 * Math.PI * t / 30), parts.season(1)[t], 1);
    }
    double truth = 10 * Math.sin(2 * Math.PI * 360 / 7) + 6 * Math.cos(2 * Math.PI * 360 / 30);
    assertEquals(truth, parts.ahead(0), 1.5);
    assertThrows(IllegalArgumentException.class, () -> Mstl.of(new double[10], 7));
  }

  @Test
  void periodsAreFoundAndNoneInNoise() {
    assertEquals(List.of(7), PeriodDetection.of(planted(210, 10, 0), 60));
    assertEquals(List.of(7, 30), PeriodDetection.of(planted(360, 10, 6), 60));
    int found = 0;
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 50; i++) {
      found += PeriodDetection.of(random.doubles(120).toArray(), 40).isEmpty() ? 0 : 1;
    }
    assertTrue(found <= 5, found + " of 50 noise series were given a season");
    assertEquals(List.of(), PeriodDetection.of(new double[50], 20));
    assertEquals(List.of(), PeriodDetection.of(new double[] {1, 2}, 20));
  }
}
