package souk.learn.lib.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final Space SPACE =
      new Space(
          List.of(
              new Space.Setting("rate", 0.001, 1, true, false),
              new Space.Setting("leaves", 2, 64, false, true)));

  /** Least at a rate of 0.05 and 20 leaves. */
  private static double loss(double[] values) {
    double rate = Math.log10(values[0] / 0.05);
    double leaves = (values[1] - 20) / 30;
    return rate * rate + leaves * leaves;
  }

  private static double least(List<BayesianSearch.Try> tries) {
    return tries.stream().mapToDouble(BayesianSearch.Try::loss).min().orElseThrow();
  }

  @Test
  void gridAndRandomFillTheSpace() {
    List<double[]> grid = SPACE.grid(3);
    assertEquals(9, grid.size());
    assertArrayEquals(new double[] {0.001, 2}, SPACE.values(grid.get(0)), 1e-12);
    assertArrayEquals(new double[] {1, 64}, SPACE.values(grid.get(8)), 1e-12);
    boolean[] slices = new boolean[20];
    for (double[] point : SPACE.random(20, 1)) {
      slices[(int) (20 * point[0])] = true;
    }
    for (boolean slice : slices) {
      assertTrue(slice);
    }
  }

  /** At an equal number of tries, on thirty seeds, better than chance in almost all. */
  @Test
  void bayesianBeatsRandomAtEqualTries() {
    ToDoubleFunction<double[]> loss = SearchTest::loss;
    int wins = 0;
    for (long seed = 0; seed < 30; seed++) {
      double ours = least(new BayesianSearch(SPACE, seed).run(loss, 24));
      double random =
          SPACE.random(24, 1_000 + seed).stream()
              .mapToDouble(point -> loss(SPACE.values(point)))
              .min()
              .orElseThrow();
      wins += ours < random ? 1 : 0;
    }
    assertTrue(wins >= 25, wins + " of 30");
  }

  @Test
  void impossiblePlacesAndSeeds() {
    List<BayesianSearch.Try> tries =
        new BayesianSearch(SPACE, 1).run(v -> v[1] > 30 ? Double.POSITIVE_INFINITY : loss(v), 20);
    assertTrue(least(tries) < 0.1);
    assertArrayEquals(
        tries.get(19).values(),
        new BayesianSearch(SPACE, 1)
            .run(v -> v[1] > 30 ? Double.POSITIVE_INFINITY : loss(v), 20)
            .get(19)
            .values());
    assertThrows(IllegalArgumentException.class, () -> new Space.Setting("x", 0, 1, true, false));
  }
}
