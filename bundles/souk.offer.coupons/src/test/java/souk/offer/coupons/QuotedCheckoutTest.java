package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.model.Cart;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.offer.api.CheckoutRequest;
import souk.offer.api.Claim;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LedgerException;
import souk.offer.api.LineTax;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferLimits;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;
import souk.offer.api.Receipt;
import souk.offer.api.Redemption;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/** Carts are paid once, at the price of their quote, and refunds know what was paid. */
class QuotedCheckoutTest {
  @TempDir Path state;
  private StandaloneLedger ledger;
  private final Till till = new Till();
  private QuotedCheckout checkout;

  @BeforeEach
  void open() {
    ledger = StandaloneLedger.openIn(state, Clock.systemUTC());
    checkout = new QuotedCheckout(till, ledger, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static Money gbp(long minor) {
    return Money.ofMinor(minor, Samples.GBP);
  }

  /** Three units at 10.00 with 4.00 off, 20 % tax on top, budget 10.00; can be told to fail. */
  private static final class Till implements OfferEngine {
    private long unitMinor = 1_000;
    private boolean closed;
    private int quotes;

    @Override
    public Quote quote(QuoteRequest request) {
      if (closed) {
        throw new QuoteException("quote.nothing-published", "closed");
      }
      quotes++;
      BigDecimal units = request.cart().lines().get(0).quantity();
      Money gross = gbp(unitMinor * units.longValueExact());
      Money off = gbp(400);
      QuoteLine line =
          new QuoteLine(
              "1",
              new Sku("A"),
              units,
              gbp(unitMinor),
              gross,
              off,
              gross.minus(off),
              List.of(
                  new WaterfallStep("list-price", "", gross),
                  new WaterfallStep("offer:four", "", off.negate())));
      return new Quote(
          new DecisionId("d"),
          new SnapshotId("s"),
          Samples.AT,
          List.of(line),
          gross,
          off,
          gross.minus(off),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }

    @Override
    public DetailedQuote detail(QuoteRequest request, boolean explained) {
      Quote quote = quote(request);
      long tax = quote.net().amountMinor() / 5;
      return DetailedQuote.builder(quote)
          .taxes(List.of(new LineTax("1", BigDecimal.valueOf(20), gbp(tax))), false)
          .claims(
              List.of(
                  new Claim(
                      "four",
                      gbp(400),
                      OfferLimits.builder().budget(gbp(1_000)).build(),
                      Optional.empty())))
          .build();
    }

    @Override
    public List<Reason> validate(OfferBook offers, PriceBook prices) {
      return List.of();
    }
  }

  private static CheckoutRequest cart(String key, long units) {
    Cart cart = Cart.builder(Samples.GBP).line(new Sku("A"), units).build();
    return CheckoutRequest.of(
        new QuoteRequest(cart, Set.of("segment:" + System.nanoTime()), Optional.empty()),
        key,
        "order-" + key);
  }

  @Test
  void aCartIsPaidOnceWhateverItWouldCostNow() {
    Receipt first = checkout.redeem(cart("k", 3));
    assertEquals(gbp(3_120), first.payable());
    assertTrue(first.quote().isPresent());
    assertEquals(400, ledger.use("four", Optional.empty()).spentMinor());
    till.unitMinor = 5_000;
    till.closed = true;
    Receipt again = checkout.redeem(cart("k", 3));
    assertEquals(first.redemption().id(), again.redemption().id());
    assertTrue(again.redemption().replayed());
    assertEquals(gbp(3_120), again.payable());
    assertTrue(again.quote().isEmpty());
    assertEquals(1, till.quotes);
    assertEquals(
        LedgerException.KEY_CONFLICT,
        assertThrows(LedgerException.class, () -> checkout.redeem(cart("k", 2))).code());
    assertThrows(QuoteException.class, () -> checkout.redeem(cart("l", 3)));
  }

  @Test
  void anotherPriceThanTheCustomerWasToldIsRefused() {
    assertEquals(
        "checkout.price-changed",
        assertThrows(
                LedgerException.class, () -> checkout.redeem(cart("k", 3).expecting(gbp(3_000))))
            .code());
    assertEquals(0, ledger.use("four", Optional.empty()).orders());
    assertFalse(checkout.redeem(cart("k", 3).expecting(gbp(3_120))).redemption().replayed());
  }

  @Test
  void budgetsEndReservationsHoldAndRefundsGiveBack() {
    Receipt held = checkout.reserve(cart("a", 3), Duration.ofMinutes(5));
    assertEquals(Redemption.State.RESERVED, held.redemption().state());
    checkout.redeem(cart("b", 3));
    assertEquals(
        "limit.budget",
        assertThrows(LedgerException.class, () -> checkout.redeem(cart("c", 3))).code());
    ledger.commit(held.redemption().id());
    long paid = 0;
    for (int i = 0; i < 3; i++) {
      Reversal back =
          ledger.reverse(
              ReversalRequest.builder("r" + i, held.redemption().id())
                  .line("1", BigDecimal.ONE)
                  .build());
      paid += back.refund().orElseThrow().amountMinor();
    }
    assertEquals(3_120, paid);
    assertEquals(400, ledger.use("four", Optional.empty()).spentMinor());
    checkout.redeem(cart("d", 3));
  }
}
