package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.BatchRequest;
import souk.offer.api.LedgerException;

/** Backups hold the ledger without its key; the operator's copy of the key makes it whole. */
class KeyRestoreTest {
  @TempDir Path folder;

  @Test
  void codesIssuedBeforeAreAcceptedOnceTheKeyIsBack() throws Exception {
    Path old = folder.resolve("old");
    List<String> codes = new ArrayList<>();
    Path restored = folder.resolve("restored");
    try (StandaloneLedger ledger = StandaloneLedger.openIn(old, Clock.systemUTC())) {
      ledger.createBatch(BatchRequest.builder("b", 3).build()).forEach(codes::add);
      ledger.redeem(Samples.coupon("k0", "offer", codes.get(0)));
      try (var still = ledger.hold()) {
        DamageDrill.copy(old.resolve("coupons"), restored.resolve("coupons"));
      }
    }
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> StandaloneLedger.openIn(restored, Clock.systemUTC()));
    assertTrue(String.valueOf(e.getMessage()).contains("coupons.key"), e.getMessage());
    assertFalse(Files.exists(restored.resolve("secrets/coupons.key")), "no new key is made");
    DamageDrill.copy(old.resolve("secrets"), restored.resolve("secrets"));
    try (StandaloneLedger ledger = StandaloneLedger.openIn(restored, Clock.systemUTC())) {
      assertTrue(ledger.coupon(codes.get(1)).orElseThrow().usable());
      ledger.redeem(Samples.coupon("k1", "offer", codes.get(1)));
      LedgerException used =
          assertThrows(
              LedgerException.class,
              () -> ledger.redeem(Samples.coupon("k2", "offer", codes.get(0))));
      assertEquals("coupon.used", used.code());
    }
  }
}
