package souk.offer.coupons;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.CouponLedger;
import souk.offer.coupons.store.PostgresLog;
import souk.testkit.CouponLedgerContract;
import souk.testkit.FakeClock;

/** The ledger over a real PostgreSQL holds to the contract. */
class PostgresLedgerContractTest extends CouponLedgerContract {
  @TempDir Path state;
  private final FakeClock clock = FakeClock.at(START);
  private PostgresLog.Connector database;
  private StandaloneLedger ledger;

  @BeforeEach
  void open() throws SQLException {
    database = TestPostgres.running().database();
    ledger = StandaloneLedger.node(state, clock, database);
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
    ledger = StandaloneLedger.node(state, clock, database);
  }
}
