package ${package};

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.offer.spi.Candidate;
import souk.offer.spi.SelectionProblem;

/** What this policy promises. */
class ${className}Test {
  @Test
  void choosesTheOfferThatTakesMostOff() {
    assertArrayEquals(new int[] {1}, chosen(1, 30, 120, 90));
  }

  @Test
  void theFirstOfTwoEqualOffersWins() {
    assertArrayEquals(new int[] {0}, chosen(1, 50, 50));
  }

  @Test
  void leavesOutWhatIsTooSmall() {
    assertArrayEquals(new int[0], chosen(100, 30, 99));
  }

  @Test
  void refusesALimitThatWouldApplyNothing() {
    assertThrows(IllegalArgumentException.class, () -> new ${className}(0));
  }

  @Test
  void bundleAndStrategyHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }

  private static int[] chosen(long leastMinor, long... discountsMinor) {
    List<Candidate> candidates = new java.util.ArrayList<>();
    for (long discount : discountsMinor) {
      candidates.add(
          new Candidate("O" + candidates.size(), 0, "group", false, new long[] {discount}));
    }
    SelectionProblem problem =
        new SelectionProblem(candidates, new long[] {1_000}, new long[] {500});
    return new ${className}(leastMinor).select(problem).chosen();
  }
}
