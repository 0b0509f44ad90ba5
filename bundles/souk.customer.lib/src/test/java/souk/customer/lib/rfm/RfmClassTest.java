package souk.customer.lib.rfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souk.customer.lib.TestLogs;

class RfmClassTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5, CHAMPIONS", "5, 4, CHAMPIONS", "4, 5, LOYAL", "3, 4, LOYAL",
    "5, 3, POTENTIAL_LOYALISTS", "4, 2, POTENTIAL_LOYALISTS", "5, 1, NEW", "4, 1, PROMISING",
    "3, 3, NEED_ATTENTION", "3, 2, ABOUT_TO_SLEEP", "2, 5, CANNOT_LOSE", "1, 5, CANNOT_LOSE",
    "2, 4, AT_RISK", "1, 3, AT_RISK", "2, 2, HIBERNATING", "1, 1, HIBERNATING"
  })
  void followsThePublishedGrid(int recency, int activity, RfmClass expected) {
    assertEquals(expected, RfmClass.of(recency, activity));
  }

  @Test
  void refusesScoresOutsideTheGrid() {
    assertThrows(IllegalArgumentException.class, () -> RfmClass.of(0, 3));
    assertThrows(IllegalArgumentException.class, () -> RfmClass.of(3, 6));
  }

  @Test
  void scoresTheBestCustomerOfFiveAsChampion() {
    TestLogs rows = new TestLogs();
    for (int c = 0; c < 5; c++) {
      for (int order = 0; order <= c; order++) {
        rows.line(c, 10 * c + order, 0, 50 + 10 * c, 100L * (c + 1));
      }
    }
    RfmScores scores = RfmScores.of(RfmTable.of(rows.log(5, 1), 100));
    assertEquals("5-5-5", scores.cell(4));
    assertEquals(RfmClass.CHAMPIONS, scores.rfmClass(4));
    assertEquals("1-1-1", scores.cell(0));
    assertEquals(RfmClass.HIBERNATING, scores.rfmClass(0));
  }
}
