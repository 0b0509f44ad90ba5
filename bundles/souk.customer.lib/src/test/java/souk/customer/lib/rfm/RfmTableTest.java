package souk.customer.lib.rfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.customer.lib.TestLogs;

class RfmTableTest {
  @Test
  void countsDistinctOrdersAndNetSpendBeforeTheReferenceDay() {
    TestLogs rows =
        new TestLogs()
            .line(0, 1, 0, 90, 1000)
            .line(0, 1, 1, 90, 500)
            .line(0, 2, 0, 95, 250)
            .line(0, 3, 0, 97, -250)
            .line(0, 4, 0, 100, 9999);
    RfmTable table = RfmTable.of(rows.log(1, 2), 100);
    assertEquals(1, table.size());
    assertEquals(5, table.recencyDays(0), "the return of day 97 is no purchase");
    assertEquals(2, table.frequency(0));
    assertEquals(1500, table.spendMinor(0), "day 100 is outside, the return is subtracted");
  }

  @Test
  void leavesOutUnknownCustomersAndThoseWhoOnlyReturned() {
    TestLogs rows =
        new TestLogs().line(-1, 1, 0, 90, 1000).line(0, 2, 0, 90, -10).line(2, 3, 0, 99, 10);
    RfmTable table = RfmTable.of(rows.log(3, 1), 100);
    assertEquals(1, table.size());
    assertEquals(2, table.customer(0));
    assertEquals(1, table.recencyDays(0));
  }

  @Test
  void anEmptyLogGivesAnEmptyTable() {
    assertEquals(0, RfmTable.of(new TestLogs().log(0, 0), 100).size());
  }

  @Test
  void refusesARecencyOfZeroAndNamesTheRow() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> RfmTable.of(100, new int[] {3, 0}, new int[] {1, 1}, new long[] {5, 5}));
    assertTrue(refused.getMessage().contains("Row 1"), refused.getMessage());
  }
}
