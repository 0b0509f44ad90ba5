package souk.demand.lib.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.lib.pooled.PromotionBaseline.Parts;

class PromotionBaselineTest {
  private static final int STEPS = 130;
  private static final double DIP = 0.25;

  private static double total(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  void plantedLiftAndDipComeBackWithinTenPercent() {
    PlantedStores truth = new PlantedStores(STEPS, STEPS, 3, DIP);
    PromotionBaseline fit = PromotionBaseline.fit(truth.panel);
    double lift = 0;
    double plantedLift = 0;
    double dip = 0;
    double plantedDip = 0;
    double baseline = 0;
    double plantedBaseline = 0;
    for (int s = 0; s < truth.panel.size() - 1; s++) {
      Parts parts = fit.of(s);
      for (int t = 0; t < STEPS; t++) {
        double off = truth.mean[s][t] - truth.baseline[s][t];
        plantedLift += Math.max(0, off);
        plantedDip += Math.min(0, off);
        plantedBaseline += truth.baseline[s][t];
      }
      lift += total(parts.lift());
      dip += total(parts.dip());
      baseline += total(parts.baseline());
    }
    assertEquals(1, lift / plantedLift, 0.1, "lift");
    assertEquals(1, dip / plantedDip, 0.1, "dip");
    assertEquals(1, baseline / plantedBaseline, 0.02, "baseline");
  }

  @Test
  void withoutADipNoneIsFound() {
    PlantedStores truth = new PlantedStores(STEPS, STEPS, 3);
    PromotionBaseline fit = PromotionBaseline.fit(truth.panel);
    double dip = 0;
    double baseline = 0;
    for (int s = 0; s < truth.panel.size() - 1; s++) {
      dip += total(fit.of(s).dip());
      baseline += total(fit.of(s).baseline());
    }
    assertEquals(0, dip / baseline, 0.005);
  }

  /** Nobody says which steps were sold out; the baseline must not fall for them. */
  @Test
  void plantedStockOutsLowerTheBaselineByLessThanTwoPercent() {
    PlantedStores truth = new PlantedStores(STEPS, STEPS, 3);
    PlantedStores emptied = new PlantedStores(STEPS, STEPS, 3);
    SplittableRandom random = new SplittableRandom(8);
    List<int[]> planted = new ArrayList<>();
    for (int s = 0; s < emptied.panel.size() - 1; s++) {
      for (int t = 0; t < STEPS; t++) {
        if (random.nextInt(12) == 0) {
          float[] units = emptied.panel.series(s).units();
          units[t] = Math.round(units[t] * (random.nextInt(3) == 0 ? 0.15f : 0));
          planted.add(new int[] {s, t});
        }
      }
    }
    PromotionBaseline full = PromotionBaseline.fit(truth.panel);
    PromotionBaseline fit = PromotionBaseline.fit(emptied.panel);
    double with = 0;
    double without = 0;
    double lost = 0;
    int found = 0;
    for (int s = 0; s < emptied.panel.size() - 1; s++) {
      with += total(fit.of(s).baseline());
      without += total(full.of(s).baseline());
    }
    for (int[] at : planted) {
      found += fit.of(at[0]).stockOut()[at[1]] ? 1 : 0;
      lost += truth.panel.units(at[0], at[1]) - emptied.panel.units(at[0], at[1]);
    }
    assertTrue(lost > 0.05 * without, "the planted loss must matter: " + lost / without);
    assertEquals(1, with / without, 0.02);
    assertTrue(found > 0.9 * planted.size(), found + " of " + planted.size() + " found");
  }

  @Test
  void seriesWithoutSalesAreAnswered() {
    float[] none = new float[0];
    PooledPanel panel =
        new PooledPanel(
            List.of(
                new PooledSeries(
                    "a", "a", "a", "a", new float[8], none, none, new float[0][], none)),
            8,
            8,
            PooledTiming.WEEKS,
            new float[0][]);
    Parts parts = PromotionBaseline.fit(panel).of(0);
    assertEquals(0, total(parts.baseline()), 1e-9);
    assertEquals(0, total(parts.lift()), 1e-9);
  }
}
