package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.model.CustomerKey;
import souk.model.Sku;
import souk.offer.api.BatchRequest;
import souk.offer.api.Claim;
import souk.offer.api.OfferLimits;
import souk.offer.api.PaidLine;
import souk.offer.api.Redemption;
import souk.offer.api.Redemption.State;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/** What is given back: exact, and never more than was taken. */
public abstract class CouponLedgerRefunds extends CouponLedgerUses {
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
