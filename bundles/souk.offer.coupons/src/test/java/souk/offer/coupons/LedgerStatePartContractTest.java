package souk.offer.coupons;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.StatePart;
import souk.offer.api.OfferLimits;
import souk.testkit.StatePartContract;

/** The ledger stands still for backups. */
class LedgerStatePartContractTest extends StatePartContract {
  private final AtomicInteger keys = new AtomicInteger();
  @TempDir Path state;
  private StandaloneLedger ledger;

  @BeforeEach
  void open() {
    ledger = StandaloneLedger.openIn(state, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Override
  protected StatePart subject() {
    return ledger;
  }

  @Override
  protected Path state() {
    return state;
  }

  @Override
  protected void write() {
    ledger.redeem(Samples.request("k" + keys.incrementAndGet(), "offer", 1, OfferLimits.none()));
  }
}
