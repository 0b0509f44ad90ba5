package souk.learn.lib.fair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FairnessTest {
  /** Two groups of four rows, worked out by hand, and one too small to count. */
  @Test
  void gapsByHand() {
    double[] target = {1, 1, 0, 0, 1, 1, 0, 0, 0};
    double[] said = {0.9, 0.2, 0.8, 0.1, 0.7, 0.6, 0.1, 0.2, 0.95};
    String[] group = {"a", "a", "a", "a", "b", "b", "b", "b", "c"};
    Fairness fairness = Fairness.of(target, said, group, 0.5, 2);
    assertEquals(3, fairness.groups().size());
    Fairness.Group a = fairness.groups().get(0);
    assertEquals(0.5, a.selected(), 1e-12);
    assertEquals(0.5, a.recall(), 1e-12);
    assertEquals(0.5, a.falseAlarms(), 1e-12);
    assertEquals(0.5, a.predicted(), 1e-12);
    assertEquals(0, fairness.selectionGap(), 1e-12);
    assertEquals(0.5, fairness.recallGap(), 1e-12);
    assertEquals(0.5, fairness.falseAlarmGap(), 1e-12);
    assertEquals(0.1, fairness.calibrationGap(), 1e-12);
    assertTrue(Double.isNaN(fairness.groups().get(2).recall()));
  }
}
