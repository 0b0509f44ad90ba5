package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.ErasedPart;
import souk.data.api.ErasedPart.Treatment;
import souk.model.CustomerKey;
import souk.offer.api.OfferLimits;

/** The books stay, and never held an id. */
class LedgerErasureTest {
  private static final String CUSTOMER = "kunde-4711-x";

  @TempDir Path state;

  @Test
  void redemptionsStayUnderAKeyedHash() throws Exception {
    CustomerKey key = new CustomerKey(CUSTOMER);
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      ledger.redeem(Samples.request("k1", CUSTOMER, "offer", 100, OfferLimits.none()));
      ledger.redeem(Samples.request("k2", "somebody", "offer", 100, OfferLimits.none()));
      assertEquals(
          List.of(new ErasedPart("coupon ledger", "redemption", 1, Treatment.PSEUDONYMOUS)),
          ledger.erase(key));
      assertEquals(1, ledger.use("offer", Optional.of(key)).ordersOfCustomer().orElse(0));
      assertEquals(2, ledger.use("offer", Optional.empty()).orders());
    }
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(bytes(file).contains(CUSTOMER), file.toString());
      }
    }
  }

  private static String bytes(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
