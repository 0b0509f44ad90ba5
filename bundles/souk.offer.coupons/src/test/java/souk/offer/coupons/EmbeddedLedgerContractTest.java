package souk.offer.coupons;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.CouponLedger;
import souk.testkit.CouponLedgerContract;
import souk.testkit.FakeClock;

/** The embedded ledger holds to the contract. */
class EmbeddedLedgerContractTest extends CouponLedgerContract {
  @TempDir Path state;
  private final FakeClock clock = FakeClock.at(START);
  private StandaloneLedger ledger;

  @BeforeEach
  void open() {
    ledger = StandaloneLedger.openIn(state, clock);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Override
  protected CouponLedger ledger() {
    return ledger;
  }

  @Override
  protected FakeClock clock() {
    return clock;
  }

  @Override
  protected void restart() {
    ledger.close();
    open();
  }
}
