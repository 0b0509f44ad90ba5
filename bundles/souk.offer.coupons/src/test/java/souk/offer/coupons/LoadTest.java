package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.CouponLedger;
import souk.testkit.BudgetDrill;
import souk.testkit.LedgerDrills;

/** R4, R5 and R6 in short; the long forms are commands. */
class LoadTest implements LedgerDrills.Reopenable {
  @TempDir Path folder;
  private StandaloneLedger ledger;

  @BeforeEach
  void open() {
    ledger = StandaloneLedger.openIn(folder, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Override
  public CouponLedger ledger() {
    return ledger;
  }

  @Override
  public void restart() {
    close();
    open();
  }

  @Test
  void tenThousandAttemptsGetExactlyTheLimit() throws Exception {
    assertEquals(100, LedgerDrills.limited(ledger, "hundred", 10_000, 100));
    assertEquals(1, LedgerDrills.limited(ledger, "one", 10_000, 1));
    assertEquals(0, LedgerDrills.onePerCustomer(ledger, "own", 100, 50));
    assertEquals(0, LedgerDrills.coupons(ledger, "batch", 100, 3, 20));
  }

  @Test
  void repeatedReorderedRequestsHaveOneEffect() throws Exception {
    assertEquals("", LedgerDrills.repeated(this, 5_000, 5L));
  }

  @Tag("slow")
  @Test
  void aBudgetIsNeverExceeded() throws Exception {
    BudgetDrill drill = new BudgetDrill(ledger, "budget", 2_000_000);
    assertEquals("", drill.run(40_000, 64, 6L));
    assertTrue(drill.refused() > 0, "the budget was never used up");
  }
}
