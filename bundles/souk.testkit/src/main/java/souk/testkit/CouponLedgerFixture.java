package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import souk.model.Money;
import souk.offer.api.BatchRequest;
import souk.offer.api.Claim;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;

/** What the parts of the ledger's contract share. */
public abstract class CouponLedgerFixture {
  /** Where the clock of the ledger stands first. */
  protected static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  static final Currency GBP = Currency.getInstance("GBP");

  static final AtomicInteger NAMES = new AtomicInteger();

  /** The ledger under test, serving. */
  protected abstract CouponLedger ledger();

  /** The ledger's clock. */
  protected abstract FakeClock clock();

  /** Ends the ledger and opens it again over the same store; {@link #ledger()} is the new one. */
  protected abstract void restart() throws Exception;

  static String name(String what) {
    return what + "-" + NAMES.incrementAndGet();
  }

  static Money gbp(long minor) {
    return Money.ofMinor(minor, GBP);
  }

  static Claim claim(String offer, long minor, OfferLimits limits) {
    return new Claim(offer, gbp(minor), limits, Optional.empty());
  }

  static Claim coupon(String offer, String code) {
    return new Claim(offer, gbp(100), OfferLimits.none(), Optional.of(code));
  }

  static RedemptionRequest.Builder request(String key) {
    return RedemptionRequest.builder(key, "order-of-" + key, START);
  }

  static String refused(Supplier<?> call) {
    LedgerException e = assertThrows(LedgerException.class, call::get);
    assertFalse(String.valueOf(e.getMessage()).isBlank());
    return e.code();
  }

  final List<String> codes(BatchRequest request) {
    List<String> codes = new ArrayList<>();
    ledger().createBatch(request).forEach(codes::add);
    return codes;
  }

  static OfferLimits limit(long total) {
    return OfferLimits.builder().total(total).build();
  }

  final Redemption reserve(String offer, long total) {
    return ledger()
        .reserve(
            request(name("k")).claim(claim(offer, 1, limit(total))).build(), Duration.ofMinutes(5));
  }
}
