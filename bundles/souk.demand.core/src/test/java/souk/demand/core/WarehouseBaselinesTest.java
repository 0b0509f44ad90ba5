package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandParts;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Series;
import souk.testkit.InMemoryDocuments;

/** A planted baseline with season, lift, dip and empty shelves. */
class WarehouseBaselinesTest {
  private static final int WEEKS = 156;

  private double lift;
  private double dip;
  private double baseline;

  /** Every ninth week a promotion doubles sales; the week after sells a fifth less. */
  private Panel planted(double emptyShare, boolean told) {
    SplittableRandom random = new SplittableRandom(11);
    SplittableRandom shelves = new SplittableRandom(12);
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    lift = 0;
    dip = 0;
    baseline = 0;
    for (int i = 0; i < 10; i++) {
      double[] units = new double[WEEKS];
      double[] promotion = new double[WEEKS];
      double[] available = new double[WEEKS];
      for (int t = 0; t < WEEKS; t++) {
        double base = (60 + 5 * i) * (1 + 0.3 * Math.sin(2 * Math.PI * t / 52));
        promotion[t] = (t + i) % 9 == 0 ? 1 : 0;
        boolean after = t > 0 && promotion[t - 1] > 0;
        double mean = base * (promotion[t] > 0 ? 2 : after ? 0.8 : 1);
        baseline += base;
        lift += Math.max(0, mean - base);
        dip += Math.min(0, mean - base);
        double noise = (random.nextDouble() + random.nextDouble() - 1) * Math.sqrt(3 * mean);
        available[t] = shelves.nextDouble() < emptyShare ? 0 : 1;
        units[t] = Math.max(0, Math.rint(mean + noise)) * available[t];
      }
      builder.add(new Series("s" + i, 0, units));
      builder.covariate("promo", new Series("s" + i, 0, promotion));
      if (told) {
        builder.covariate("available", new Series("s" + i, 0, available));
      }
    }
    return builder.build();
  }

  private static WarehouseBaselines service(Panel panel, InMemoryDocuments documents) {
    return new WarehouseBaselines(Services.sales(panel), documents, Services.CLOCK);
  }

  private static Decomposition decompose(Panel panel) {
    return service(panel, Services.documents()).decompose(panel, Map.of(), Progress.none());
  }

  private static double total(
      Decomposition all, java.util.function.Function<DemandParts, double[]> part) {
    return all.parts().stream().mapToDouble(p -> Arrays.stream(part.apply(p)).sum()).sum();
  }

  @Test
  void plantedLiftAndDipComeBackWithinTenPercent() {
    Decomposition all = decompose(planted(0, false));
    assertEquals(1, total(all, DemandParts::lift) / lift, 0.1, "lift");
    assertEquals(1, total(all, DemandParts::dip) / dip, 0.1, "dip");
    assertEquals(1, total(all, DemandParts::baseline) / baseline, 0.02, "baseline");
    DemandParts one = all.series("s3").orElseThrow();
    assertTrue(one.calendar()[13] > 10 && one.calendar()[39] < -10, "the season is found");
    assertEquals("promo", all.provenance().options().get("promotions"));
    assertEquals(8, all.notes().get(0).arguments().size() + 2);
  }

  @Test
  void plantedStockOutsLowerTheBaselineByLessThanTwoPercent() {
    double full = total(decompose(planted(0, false)), DemandParts::baseline);
    Decomposition told = decompose(planted(0.1, true));
    Decomposition found = decompose(planted(0.1, false));
    assertTrue(
        total(told, DemandParts::units)
            < 0.93 * total(decompose(planted(0, false)), DemandParts::units));
    assertEquals(1, total(told, DemandParts::baseline) / full, 0.02, "told");
    assertEquals(1, total(found, DemandParts::baseline) / full, 0.02, "found");
  }

  @Test
  void whatIsKeptIsWhatWasFound() {
    Panel panel = planted(0.05, false);
    InMemoryDocuments documents = Services.documents();
    WarehouseBaselines service = service(panel, documents);
    assertTrue(service.latest().isEmpty());
    Decomposition made = service.run(10, Progress.none());
    Decomposition kept = service.latest().orElseThrow();
    assertEquals(made.grid(), kept.grid());
    assertEquals(made.notes(), kept.notes());
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(made.parts().get(i).lift(), kept.parts().get(i).lift());
      assertArrayEquals(made.parts().get(i).stockOut(), kept.parts().get(i).stockOut());
    }
    assertFalse(kept.provenance().inputFingerprint().isEmpty());
  }

  @Test
  void nothingAndNegativeAreRefusedWithFigures() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> decompose(Services.panel()))
            .getMessage()
            .contains("0 series"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> decompose(Services.panel(new Series("x", 0, new double[] {3, -1}))))
            .getMessage()
            .contains("-1.0 at position 2"));
    assertTrue(
        assertThrows(
                IllegalStateException.class,
                () -> service(Services.panel(), Services.documents()).run(5, Progress.none()))
            .getMessage()
            .contains("no weekly sales"));
  }

  @Test
  void hugeAndTinyUnitsAreTakenApartWithoutNaN() {
    for (double size : new double[] {1e100, 1e-9}) {
      double[] units = new double[60];
      Arrays.setAll(units, t -> size * (1 + t % 4));
      Decomposition all = decompose(Services.panel(new Series("x", 0, units)));
      double sum = total(all, DemandParts::baseline);
      assertEquals(1, sum / (2.5 * 60 * size), 0.1);
    }
  }
}
