package souk.customer.lib.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import souk.customer.lib.rfm.RfmTable;

class ClusterValueTest {
  private static final RfmTable TABLE =
      RfmTable.of(
          1000,
          new int[] {2, 4, 50, 60, 300, 340},
          new int[] {20, 30, 4, 5, 1, 1},
          new long[] {900_00, 1200_00, 120_00, 90_00, 8_00, 5_00});

  @Test
  void namesFollowValueWhateverTheNumbering() {
    double[][] z = LogRfm.standardised(TABLE);
    ValueClass[] expected = {
      ValueClass.HIGH, ValueClass.HIGH,
      ValueClass.ORDINARY, ValueClass.ORDINARY,
      ValueClass.LOW, ValueClass.LOW
    };
    assertArrayEquals(expected, ClusterValue.classOfRows(z, new int[] {0, 0, 1, 1, 2, 2}));
    assertArrayEquals(expected, ClusterValue.classOfRows(z, new int[] {5, 5, 0, 0, 3, 3}));
  }

  @Test
  void refusesTwoClusters() {
    double[][] z = LogRfm.standardised(TABLE);
    assertThrows(
        IllegalArgumentException.class,
        () -> ClusterValue.classOfRows(z, new int[] {0, 0, 0, 1, 1, 1}));
  }

  @Test
  void standardisedColumnsHaveMeanZeroAndDeviationOne() {
    double[][] z = LogRfm.standardised(TABLE);
    for (int column = 0; column < 3; column++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : z) {
        sum += row[column];
        squares += row[column] * row[column];
      }
      assertEquals(0, sum, 1e-12);
      assertEquals(z.length, squares, 1e-12);
    }
  }

  /**
   * Online Retail has 14 customers who returned all they bought; they became the low value class.
   */
  @Test
  void aFewWhoReturnedAllDoNotStandApart() {
    int n = 500;
    int[] days = new int[n];
    int[] orders = new int[n];
    long[] spend = new long[n];
    for (int i = 0; i < n; i++) {
      days[i] = 1 + i % 300;
      orders[i] = 1 + i % 7;
      spend[i] = i == 0 ? 0 : 20_000 + 300L * i;
    }
    double[][] z = LogRfm.standardised(RfmTable.of(1000, days, orders, spend));
    assertEquals(-3, z[0][LogRfm.SPEND]);
  }

  @Test
  void aConstantColumnBecomesZero() {
    double[][] rows = {{3, 1}, {3, 2}};
    assertArrayEquals(new double[] {0, -1}, Standardiser.fit(rows).transform(rows)[0], 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Standardiser.fit(new double[0][]));
  }

  @Test
  void figuresAddUpAndSurviveReturns() {
    SegmentFigures figures = SegmentFigures.of(TABLE, new int[] {0, 1});
    assertEquals(2, figures.customers());
    assertEquals(2100_00, figures.revenueMinor());
    assertEquals(2100.0 / 2323.0, figures.revenueShare(), 1e-12);
    assertEquals(3, figures.meanRecencyDays(), 1e-12);
    assertEquals(1, SegmentFigures.ofAll(TABLE).revenueShare());
    RfmTable onlyReturns = RfmTable.of(10, new int[] {1}, new int[] {1}, new long[] {-500});
    assertEquals(0, SegmentFigures.ofAll(onlyReturns).revenueShare());
  }
}
