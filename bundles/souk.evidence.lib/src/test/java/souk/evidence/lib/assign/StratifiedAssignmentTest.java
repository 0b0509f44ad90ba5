package souk.evidence.lib.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StratifiedAssignmentTest {
  @Test
  void everyUnitIsOnExactlyOneSideAndTheShareIsMetInEveryStratum() {
    Assignment a = StratifiedAssignment.assign(sizes(1003), 0.2, 7, "E-1");
    Set<String> all = new HashSet<>(a.treatment());
    all.addAll(a.control());
    assertEquals(1003, a.treatment().size() + a.control().size());
    assertEquals(sizes(1003).keySet(), all);
    assertEquals(201, a.control().size());
    for (int s = 0; s < StratifiedAssignment.MAX_STRATA; s++) {
      int stratum = s;
      long n = a.stratumByUnit().values().stream().filter(v -> v == stratum).count();
      long out = a.control().stream().filter(u -> a.stratumByUnit().get(u) == stratum).count();
      assertEquals(0.2 * n, out, 1.0);
    }
  }

  @Test
  void theAnswerIsTheSameInEveryProcessAndForEveryOrder() {
    Map<String, Double> sizes = sizes(60);
    Map<String, Double> reversed = new LinkedHashMap<>();
    sizes.keySet().stream()
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(u -> reversed.put(u, sizes.get(u)));
    Assignment a = StratifiedAssignment.assign(sizes, 0.2, 7, "E-1");
    assertEquals(a, StratifiedAssignment.assign(reversed, 0.2, 7, "E-1"));
    // Frozen: a change of hash or strata would move customers between sides after an upgrade.
    assertEquals(FROZEN, a.control());
  }

  private static final List<String> FROZEN =
      List.of("U13", "U18", "U23", "U28", "U33", "U39", "U4", "U48", "U5", "U52", "U54", "U60");

  @Test
  void seedAndSaltGiveOtherAssignments() {
    Map<String, Double> sizes = sizes(200);
    List<String> control = StratifiedAssignment.assign(sizes, 0.3, 7, "E-1").control();
    assertNotEquals(control, StratifiedAssignment.assign(sizes, 0.3, 8, "E-1").control());
    assertNotEquals(control, StratifiedAssignment.assign(sizes, 0.3, 7, "E-2").control());
  }

  @Test
  void assignmentsOfTwoExperimentsAreIndependent() {
    Map<String, Double> sizes = sizes(4000);
    Set<String> one = Set.copyOf(StratifiedAssignment.assign(sizes, 0.3, 7, "E-1").control());
    List<String> two = StratifiedAssignment.assign(sizes, 0.3, 7, "E-2").control();
    double both = two.stream().filter(one::contains).count() / 4000.0;
    assertEquals(0.09, both, 0.015);
  }

  @Test
  void theLargestUnitsAreBalancedWhereARandomSplitWouldNotBe() {
    double worst = 0;
    for (int seed = 0; seed < 200; seed++) {
      Map<String, Double> sizes = sizes(100);
      Assignment a = StratifiedAssignment.assign(sizes, 0.5, seed, "E");
      double out = a.control().stream().mapToDouble(sizes::get).sum();
      double all = sizes.values().stream().mapToDouble(v -> v).sum();
      worst = Math.max(worst, Math.abs(out / all - 0.5));
    }
    // Sizes fall like 1/rank: with plain coin flips the worst of 200 is above 0.25.
    assertTrue(worst < 0.22, "worst imbalance " + worst);
  }

  @Test
  void everyUnitIsHeldOutEquallyOften() {
    Map<String, Integer> heldOut = new HashMap<>();
    int runs = 2000;
    for (int seed = 0; seed < runs; seed++) {
      for (String unit : StratifiedAssignment.assign(sizes(40), 0.25, seed, "E").control()) {
        heldOut.merge(unit, 1, Integer::sum);
      }
    }
    assertEquals(40, heldOut.size());
    heldOut.forEach((unit, n) -> assertEquals(0.25, n / (double) runs, 0.055, unit));
  }

  @Test
  void tooFewUnitsAndImpossibleSharesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> StratifiedAssignment.assign(sizes(3), 0.2, 1, "E"));
    assertThrows(
        IllegalArgumentException.class, () -> StratifiedAssignment.assign(sizes(30), 20, 1, "E"));
    assertEquals(2, StratifiedAssignment.assign(sizes(4), 0.01, 1, "E").control().size());
  }

  @Test
  void aMismatchOfSidesIsFound() {
    assertEquals(1, SampleRatio.pValue(800, 200, 0.2), 1e-12);
    // chi-squared = 100²/(1000·0.2) + 100²/(1000·0.8) = 62.5, far in the tail.
    assertTrue(SampleRatio.pValue(900, 100, 0.2) < 1e-10);
    // chi-squared = 12²/200 + 12²/800 = 0.9, p = 0.3428 by tables.
    assertEquals(0.3428, SampleRatio.pValue(788, 212, 0.2), 1e-4);
  }

  private static Map<String, Double> sizes(int n) {
    Map<String, Double> sizes = new LinkedHashMap<>();
    for (int i = 1; i <= n; i++) {
      sizes.put("U" + i, 1000.0 / i);
    }
    return sizes;
  }
}
