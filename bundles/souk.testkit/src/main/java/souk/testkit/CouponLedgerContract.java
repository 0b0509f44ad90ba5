package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.Claim;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.OfferLimits;
import souk.offer.api.PaidLine;
import souk.offer.api.Redemption;
import souk.offer.api.Redemption.State;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/** What every coupon ledger must hold to, over whatever store. */
public abstract class CouponLedgerContract {
  /** Where the clock of the ledger stands first. */
  protected static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private static final Currency GBP = Currency.getInstance("GBP");
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** The ledger under test, serving. */
  protected abstract CouponLedger ledger();

  /** The ledger's clock. */
  protected abstract FakeClock clock();

  /** Ends the ledger and opens it again over the same store; {@link #ledger()} is the new one. */
  protected abstract void restart() throws Exception;

  private static String name(String what) {
    return what + "-" + NAMES.incrementAndGet();
  }

  private static Money gbp(long minor) {
    return Money.ofMinor(minor, GBP);
  }

  private static Claim claim(String offer, long minor, OfferLimits limits) {
    return new Claim(offer, gbp(minor), limits, Optional.empty());
  }

  private static Claim coupon(String offer, String code) {
    return new Claim(offer, gbp(100), OfferLimits.none(), Optional.of(code));
  }

  private static RedemptionRequest.Builder request(String key) {
    return RedemptionRequest.builder(key, "order-of-" + key, START);
  }

  private static String refused(Supplier<?> call) {
    LedgerException e = assertThrows(LedgerException.class, call::get);
    assertFalse(String.valueOf(e.getMessage()).isBlank());
    return e.code();
  }

  private List<String> codes(BatchRequest request) {
    List<String> codes = new ArrayList<>();
    ledger().createBatch(request).forEach(codes::add);
    return codes;
  }

  @Test
  void aRedemptionIsCountedAndFoundAgainAfterARestart() throws Exception {
    String offer = name("offer");
    CustomerKey customer = new CustomerKey(name("customer"));
    String key = name("key");
    Redemption done =
        ledger().redeem(request(key).customer(customer).claim(claim(offer, 250, limit(9))).build());
    assertEquals(State.COMMITTED, done.state());
    assertEquals(START, done.recordedAt());
    assertEquals(gbp(250), done.parts().get(0).amount());
    restart();
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
    assertEquals(250, ledger().use(offer, Optional.empty()).spentMinor());
    assertEquals(1, ledger().use(offer, Optional.of(customer)).ordersOfCustomer().orElseThrow());
    Optional<CustomerKey> other = Optional.of(new CustomerKey(name("customer")));
    assertEquals(0, ledger().use(offer, other).ordersOfCustomer().orElseThrow());
    Redemption found = ledger().find(done.id()).orElseThrow();
    assertEquals("order-of-" + key, found.orderId());
    assertEquals(State.COMMITTED, found.state());
    assertEquals(done.id(), ledger().findByKey(key).orElseThrow().id());
    assertTrue(ledger().find("R999999999").isEmpty());
    assertTrue(ledger().find("rubbish").isEmpty());
  }

  private static OfferLimits limit(long total) {
    return OfferLimits.builder().total(total).build();
  }

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
  void theSameKeyGetsTheFirstAnswerAgain() throws Exception {
    String offer = name("offer");
    RedemptionRequest request = request(name("k")).claim(claim(offer, 7, limit(2))).build();
    Redemption first = ledger().redeem(request);
    Redemption again = ledger().redeem(request);
    assertEquals(first.id(), again.id());
    assertFalse(first.replayed());
    assertTrue(again.replayed());
    RedemptionRequest late =
        RedemptionRequest.builder(request.key(), request.orderId(), START.plusSeconds(9))
            .claim(request.claims().get(0))
            .build();
    assertEquals(first.id(), ledger().redeem(late).id(), "the instant is not part of the content");
    RedemptionRequest other = request(request.key()).claim(claim(offer, 8, limit(2))).build();
    assertEquals("key.conflict", refused(() -> ledger().redeem(other)));
    assertEquals("key.conflict", refused(() -> ledger().reserve(request, Duration.ofMinutes(1))));
    restart();
    assertEquals(first.id(), ledger().redeem(request).id());
    assertEquals("key.conflict", refused(() -> ledger().redeem(other)));
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
  }

  @Test
  void aRefusalIsRepeatedEvenIfThereIsRoomAgain() throws Exception {
    String offer = name("offer");
    Redemption held =
        ledger()
            .reserve(
                request(name("k")).claim(claim(offer, 1, limit(1))).build(), Duration.ofHours(1));
    RedemptionRequest late = request(name("k")).claim(claim(offer, 1, limit(1))).build();
    assertEquals("limit.total", refused(() -> ledger().redeem(late)));
    ledger().release(held.id());
    assertEquals("limit.total", refused(() -> ledger().redeem(late)));
    restart();
    assertEquals("limit.total", refused(() -> ledger().redeem(late)));
    ledger().redeem(request(name("k")).claim(claim(offer, 1, limit(1))).build());
  }

  @Test
  void reservationsAreCommittedReleasedOrExpire() throws Exception {
    String offer = name("offer");
    Redemption one = reserve(offer, 3);
    Redemption two = reserve(offer, 3);
    Redemption three = reserve(offer, 3);
    assertEquals(State.RESERVED, one.state());
    assertEquals(START.plus(Duration.ofMinutes(5)), one.expiresAt().orElseThrow());
    assertEquals("limit.total", refused(() -> reserve(offer, 3)));
    assertEquals(State.COMMITTED, ledger().commit(one.id()).state());
    assertEquals(State.COMMITTED, ledger().commit(one.id()).state());
    assertEquals(State.RELEASED, ledger().release(two.id()).state());
    assertEquals(State.RELEASED, ledger().release(two.id()).state());
    assertEquals("reservation.committed", refused(() -> ledger().release(one.id())));
    assertEquals("reservation.released", refused(() -> ledger().commit(two.id())));
    assertEquals("reservation.unknown", refused(() -> ledger().commit("R999999999")));
    assertEquals(2, ledger().use(offer, Optional.empty()).orders());
    restart();
    clock().advance(Duration.ofMinutes(5).minusMillis(1));
    assertEquals(State.RESERVED, ledger().find(three.id()).orElseThrow().state());
    clock().advance(Duration.ofMillis(1));
    assertEquals("reservation.expired", refused(() -> ledger().commit(three.id())));
    assertEquals(State.EXPIRED, ledger().find(three.id()).orElseThrow().state());
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
    restart();
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
    assertEquals(State.EXPIRED, ledger().find(three.id()).orElseThrow().state());
    assertEquals(0, ledger().status().reserved());
  }

  private Redemption reserve(String offer, long total) {
    return ledger()
        .reserve(
            request(name("k")).claim(claim(offer, 1, limit(total))).build(), Duration.ofMinutes(5));
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
  void aReversalGivesUsesAndBudgetBack() throws Exception {
    String offer = name("offer");
    String code = codes(BatchRequest.builder(name("batch"), 1).build()).get(0);
    CustomerKey customer = new CustomerKey(name("c"));
    OfferLimits limits = OfferLimits.builder().total(1).perCustomer(1).budget(gbp(100)).build();
    Claim claim = new Claim(offer, gbp(90), limits, Optional.of(code));
    Redemption done = ledger().redeem(request(name("k")).customer(customer).claim(claim).build());
    ReversalRequest part =
        ReversalRequest.builder(name("k"), done.id()).amount(offer, gbp(40)).build();
    Reversal first = ledger().reverse(part);
    assertEquals(Map.of(offer, gbp(40)), first.amounts());
    assertFalse(first.usesGivenBack());
    assertEquals(first.id(), ledger().reverse(part).id());
    assertEquals(50, ledger().use(offer, Optional.empty()).spentMinor());
    assertEquals(State.PARTLY_REVERSED, ledger().find(done.id()).orElseThrow().state());
    assertEquals(
        "reversal.too-much",
        refused(
            () ->
                ledger()
                    .reverse(
                        ReversalRequest.builder(name("k"), done.id())
                            .amount(offer, gbp(51))
                            .build())));
    assertEquals("coupon.used", ledger().coupon(code).orElseThrow().code());
    restart();
    Reversal rest = ledger().reverse(ReversalRequest.builder(name("k"), done.id()).whole().build());
    assertTrue(rest.usesGivenBack());
    assertEquals(Map.of(offer, gbp(50)), rest.amounts());
    assertEquals(0, ledger().use(offer, Optional.of(customer)).orders());
    assertEquals(0, ledger().use(offer, Optional.empty()).spentMinor());
    assertEquals(State.REVERSED, ledger().find(done.id()).orElseThrow().state());
    assertEquals(
        "reversal.too-much",
        refused(
            () -> ledger().reverse(ReversalRequest.builder(name("k"), done.id()).whole().build())));
    assertTrue(ledger().coupon(code).orElseThrow().usable());
    ledger().redeem(request(name("k")).customer(customer).claim(claim).build());
  }

  @Test
  void refundsOfLinesSumToWhatWasPaid() throws Exception {
    String offer = name("offer");
    List<PaidLine> lines =
        List.of(
            new PaidLine(
                "1",
                new Sku("A"),
                BigDecimal.valueOf(3),
                gbp(1000),
                gbp(167),
                Map.of(offer, gbp(50))),
            new PaidLine(
                "2",
                new Sku("B"),
                new BigDecimal("0.75"),
                gbp(333),
                gbp(0),
                Map.of(offer, gbp(1))));
    Redemption done =
        ledger()
            .redeem(
                request(name("k"))
                    .claim(claim(offer, 51, OfferLimits.builder().budget(gbp(51)).build()))
                    .lines(lines, true)
                    .build());
    assertEquals(lines, ledger().find(done.id()).orElseThrow().lines());
    long net = 0;
    long tax = 0;
    for (int i = 0; i < 3; i++) {
      Reversal one =
          ledger()
              .reverse(
                  ReversalRequest.builder(name("k"), done.id()).line("1", BigDecimal.ONE).build());
      net += one.refund().orElseThrow().amountMinor();
      tax += one.lines().get(0).tax().amountMinor();
      if (i == 1) {
        restart();
      }
    }
    assertEquals(1000, net);
    assertEquals(167, tax);
    assertEquals(1, ledger().use(offer, Optional.empty()).spentMinor());
    assertEquals(
        "reversal.too-much",
        refused(
            () ->
                ledger()
                    .reverse(
                        ReversalRequest.builder(name("k"), done.id())
                            .line("1", BigDecimal.ONE)
                            .build())));
    assertEquals(
        "line.unknown",
        refused(
            () ->
                ledger()
                    .reverse(
                        ReversalRequest.builder(name("k"), done.id())
                            .line("9", BigDecimal.ONE)
                            .build())));
    Reversal last =
        ledger()
            .reverse(
                ReversalRequest.builder(name("k"), done.id())
                    .line("2", new BigDecimal("0.750"))
                    .build());
    assertEquals(gbp(333), last.refund().orElseThrow());
    assertTrue(last.usesGivenBack(), "all units are back");
    assertEquals(0, ledger().use(offer, Optional.empty()).orders());
    assertEquals(State.REVERSED, ledger().find(done.id()).orElseThrow().state());
  }

  @Test
  void onlyWhatWasCommittedIsReversed() {
    String offer = name("offer");
    Redemption held = reserve(offer, 5);
    assertEquals(
        "redemption.not-committed",
        refused(
            () -> ledger().reverse(ReversalRequest.builder(name("k"), held.id()).whole().build())));
    assertEquals(
        "reservation.unknown",
        refused(
            () ->
                ledger()
                    .reverse(ReversalRequest.builder(name("k"), "R999999999").whole().build())));
    ledger().commit(held.id());
    ledger().reverse(ReversalRequest.builder(name("k"), held.id()).whole().build());
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

  @Test
  void theStatusNamesRowsAndTheirHash() {
    LedgerStatus before = ledger().status();
    assertEquals(LedgerStatus.State.SERVING, before.state());
    ledger().redeem(request(name("k")).claim(claim(name("offer"), 1, limit(2))).build());
    LedgerStatus after = ledger().status();
    assertEquals(before.rows() + 1, after.rows());
    assertNotEquals(before.chainHash(), after.chainHash());
    assertTrue(after.difference().isEmpty());
    assertEquals(LedgerStatus.State.SERVING, ledger().accept("D0", "somebody").state());
  }

  @Test
  void anOrderWithoutClaimsIsKeptForRefunds() {
    Redemption done =
        ledger()
            .redeem(
                request(name("k"))
                    .lines(
                        List.of(
                            new PaidLine(
                                "1", new Sku("A"), BigDecimal.TEN, gbp(999), gbp(100), Map.of())),
                        false)
                    .build());
    Reversal back =
        ledger()
            .reverse(
                ReversalRequest.builder(name("k"), done.id())
                    .line("1", BigDecimal.valueOf(10))
                    .build());
    assertEquals(gbp(1099), back.refund().orElseThrow(), "taxes are on top");
    assertEquals(State.REVERSED, ledger().find(done.id()).orElseThrow().state());
  }
}
