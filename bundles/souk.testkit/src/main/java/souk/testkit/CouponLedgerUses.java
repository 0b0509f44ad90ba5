package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import souk.model.CustomerKey;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.Claim;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;

/** Limits and coupons: never used more often than they may be. */
public abstract class CouponLedgerUses extends CouponLedgerFixture {
  @Test
  void limitsHold() {
    String offer = name("offer");
    ledger().redeem(request(name("k")).claim(claim(offer, 1, limit(2))).build());
    ledger().redeem(request(name("k")).claim(claim(offer, 1, limit(2))).build());
    assertEquals(
        "limit.total",
        refused(
            () -> ledger().redeem(request(name("k")).claim(claim(offer, 1, limit(2))).build())));
    OfferLimits one = OfferLimits.builder().perCustomer(1).build();
    CustomerKey anna = new CustomerKey(name("c"));
    String own = name("offer");
    ledger().redeem(request(name("k")).customer(anna).claim(claim(own, 1, one)).build());
    assertEquals(
        "limit.per-customer",
        refused(
            () ->
                ledger()
                    .redeem(request(name("k")).customer(anna).claim(claim(own, 1, one)).build())));
    assertEquals(
        "limit.per-customer",
        refused(() -> ledger().redeem(request(name("k")).claim(claim(own, 1, one)).build())));
    ledger()
        .redeem(
            request(name("k"))
                .customer(new CustomerKey(name("c")))
                .claim(claim(own, 1, one))
                .build());
    OfferLimits budget = OfferLimits.builder().budget(gbp(100)).build();
    String paid = name("offer");
    ledger().redeem(request(name("k")).claim(claim(paid, 99, budget)).build());
    assertEquals(
        "limit.budget",
        refused(() -> ledger().redeem(request(name("k")).claim(claim(paid, 2, budget)).build())));
    ledger().redeem(request(name("k")).claim(claim(paid, 1, budget)).build());
    assertEquals(100, ledger().use(paid, Optional.empty()).spentMinor());
  }

  @Test
  void allClaimsOfAnOrderSucceedOrNone() {
    String open = name("offer");
    String full = name("offer");
    ledger().redeem(request(name("k")).claim(claim(full, 5, limit(1))).build());
    assertEquals(
        "limit.total",
        refused(
            () ->
                ledger()
                    .redeem(
                        request(name("k"))
                            .claim(claim(open, 5, limit(9)))
                            .claim(claim(full, 5, limit(1)))
                            .build())));
    assertEquals(0, ledger().use(open, Optional.empty()).orders());
    assertEquals(0, ledger().use(open, Optional.empty()).spentMinor());
    assertEquals(
        "limit.total",
        refused(
            () ->
                ledger()
                    .redeem(
                        request(name("k"))
                            .claim(claim(open, 5, limit(1)))
                            .claim(claim(open, 5, limit(1)))
                            .build())),
        "two claims of one order count as two");
  }

  @Test
  void aCouponIsUsedAsOftenAsItMayBe() throws Exception {
    String batch = name("batch");
    List<String> codes = codes(BatchRequest.builder(batch, 50).prefix("MAI").build());
    assertEquals(50, codes.stream().distinct().count());
    String code = codes.get(7);
    assertTrue(code.startsWith("MAI-"), code);
    assertTrue(ledger().coupon(code).orElseThrow().usable());
    assertEquals(
        batch, ledger().coupon(code.toLowerCase(java.util.Locale.ROOT)).orElseThrow().batchId());
    String offer = name("offer");
    Redemption held =
        ledger()
            .reserve(request(name("k")).claim(coupon(offer, code)).build(), Duration.ofHours(1));
    assertEquals(Optional.of(batch), held.parts().get(0).batchId());
    assertEquals("coupon.reserved", ledger().coupon(code).orElseThrow().code());
    assertEquals("coupon.reserved", refused(() -> use(code)));
    ledger().commit(held.id());
    assertEquals("coupon.used", refused(() -> use(code)));
    assertEquals("coupon.unknown", refused(() -> use("MAI-0000-0000-0000")));
    assertTrue(ledger().coupon("MAI-0000-0000-0000").isEmpty());
    restart();
    assertEquals("coupon.used", ledger().coupon(code).orElseThrow().code());
    assertEquals("coupon.used", refused(() -> use(code)));
    use(codes.get(8).replace("-", " "));
    assertEquals(1, status(batch).used() - 1);
    ledger().block(batch);
    assertEquals("coupon.blocked", refused(() -> use(codes.get(9))));
    restart();
    assertEquals(BatchStatus.State.BLOCKED, status(batch).state());
    assertEquals("coupon.blocked", ledger().coupon(codes.get(9)).orElseThrow().code());
    assertEquals("batch.unknown", refused(() -> ledger().block(name("batch"))));
    assertEquals(
        "batch.exists",
        refused(() -> ledger().createBatch(BatchRequest.builder(batch, 1).build())));
  }

  private Redemption use(String code) {
    return ledger().redeem(request(name("k")).claim(coupon(name("offer"), code)).build());
  }

  private BatchStatus status(String batch) {
    return ledger().batches().stream()
        .filter(b -> b.batchId().equals(batch))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void couponsHaveTheirTimeAndTheirNumberOfUses() {
    List<String> codes =
        codes(
            BatchRequest.builder(name("batch"), 1)
                .usesPerCode(3)
                .validFrom(START)
                .validUntil(START.plusSeconds(60))
                .build());
    String code = codes.get(0);
    Claim claim = coupon(name("offer"), code);
    assertEquals("coupon.expired", refused(() -> redeemAt(START.plusSeconds(60), claim)));
    assertEquals("coupon.not-yet-valid", refused(() -> redeemAt(START.minusMillis(1), claim)));
    redeemAt(START, claim);
    redeemAt(START.plusSeconds(60).minusMillis(1), claim);
    // Two offers of one order share one use.
    ledger()
        .redeem(
            RedemptionRequest.builder(name("k"), "o", START)
                .claim(claim)
                .claim(coupon(name("offer"), code))
                .build());
    assertEquals("coupon.used", refused(() -> redeemAt(START, claim)));
  }

  private Redemption redeemAt(Instant at, Claim claim) {
    return ledger().redeem(RedemptionRequest.builder(name("k"), "o", at).claim(claim).build());
  }

  @Test
  void manyThreadsGetExactlyTheLimit() throws Exception {
    String offer = name("offer");
    CustomerKey customer = new CustomerKey(name("c"));
    String own = name("offer");
    OfferLimits one = OfferLimits.builder().perCustomer(1).build();
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger mine = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(pool.submit(() -> attempt(taken, claim(offer, 1, limit(37)), null)));
        all.add(pool.submit(() -> attempt(mine, claim(own, 1, one), customer)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(37, taken.get());
    assertEquals(1, mine.get());
    restart();
    assertEquals(37, ledger().use(offer, Optional.empty()).orders());
  }

  private void attempt(
      AtomicInteger taken, Claim claim, @org.jspecify.annotations.Nullable CustomerKey customer) {
    RedemptionRequest.Builder request = request(name("k")).claim(claim);
    if (customer != null) {
      request.customer(customer);
    }
    try {
      ledger().redeem(request.build());
      taken.incrementAndGet();
    } catch (LedgerException e) {
      if (!e.code().startsWith("limit.")) {
        throw e;
      }
    }
  }
}
