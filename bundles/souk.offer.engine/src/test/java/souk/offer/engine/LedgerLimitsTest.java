package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Cart;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.Claim;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LedgerView;
import souk.offer.api.OfferLimits;
import souk.offer.api.QuoteRequest;

/** Single-use coupons and limits per customer, as a ledger tells them. */
class LedgerLimitsTest {
  private static final Spec TENTH = new Spec("percentage", Map.of("percent", 10));
  private static final Spec OF_BATCH = new Spec("coupon", Map.of("batch", "B-1"));

  private final Shop shop = Shop.standard().price("A", 1000, 1);
  private final Planted ledger = new Planted();

  /** A ledger that says what it was told to. */
  private static final class Planted implements LedgerView {
    private final Map<String, CouponLook> coupons = new HashMap<>();
    private final Map<String, Long> byCustomer = new HashMap<>();
    private long orders;

    @Override
    public Optional<CouponLook> coupon(String code) {
      return Optional.ofNullable(coupons.get(code));
    }

    @Override
    public OfferUse use(String offerId, Optional<CustomerKey> customer) {
      OptionalLong own =
          customer.isEmpty()
              ? OptionalLong.empty()
              : OptionalLong.of(byCustomer.getOrDefault(customer.get().value(), 0L));
      return new OfferUse(orders, own, 0);
    }
  }

  @Test
  void aCouponOfTheBatchOpensTheOfferAndIsClaimed() {
    batch();
    DetailedQuote quote = quote("", "OK-1");
    assertEquals(900, quote.quote().net().amountMinor());
    assertEquals(
        List.of(new Claim("ten", money(100), OfferLimits.none(), Optional.of("OK-1"))),
        quote.claims());
  }

  @Test
  void aCouponThatWasUsedIsRefusedWithItsReason() {
    batch();
    DetailedQuote quote = quote("", "USED-1");
    assertEquals(1000, quote.quote().net().amountMinor());
    assertTrue(quote.claims().isEmpty());
    assertEquals("coupon.used", finding(quote).get(0));
  }

  @Test
  void unknownCouponsAndThoseOfOtherBatchesOpenNothing() {
    batch();
    for (String code : List.of("NOBODYS", "OTHER-1", "ok-1")) {
      DetailedQuote quote = quote("", code);
      assertEquals(1000, quote.quote().net().amountMinor(), code);
      assertEquals(List.of("coupon.missing"), finding(quote), code);
    }
  }

  @Test
  void oneUsableCouponIsEnoughAndOnlyOneIsClaimed() {
    batch();
    DetailedQuote quote = quote("", "USED-1", "OK-2", "OK-1");
    assertEquals(900, quote.quote().net().amountMinor());
    assertEquals(1, quote.claims().size());
    assertEquals(Optional.of("OK-2"), quote.claims().get(0).couponCode());
  }

  @Test
  void withoutALedgerNoCouponOfABatchIsWorthAnything() {
    batch();
    QuoteRequest request = request("", "OK-1");
    assertEquals(1000, shop.engine().quote(request).net().amountMinor());
  }

  @Test
  void eachCustomerHasALimitOfHerOwn() {
    OfferLimits two = OfferLimits.builder().perCustomer(2).build();
    shop.offer(Shop.offer("ten", TENTH).limits(two).build()).publish("S-1");
    ledger.byCustomer.put("often", 2L);
    ledger.byCustomer.put("once", 1L);
    ledger.orders = 1_000_000;
    assertEquals(900, quote("once").quote().net().amountMinor());
    assertEquals(900, quote("new").quote().net().amountMinor());
    assertEquals(Optional.empty(), quote("once").claims().get(0).couponCode());
    assertEquals(two, quote("once").claims().get(0).limits());
    assertRejected("limit.per-customer", quote("often"));
    assertRejected("limit.no-customer", quote(""));
  }

  @Test
  void theLimitOfAllCustomersCountsBesideThatOfOne() {
    OfferLimits both = OfferLimits.builder().perCustomer(2).total(10).build();
    shop.offer(Shop.offer("ten", TENTH).limits(both).build()).publish("S-1");
    ledger.byCustomer.put("often", 2L);
    ledger.orders = 9;
    assertEquals(900, quote("new").quote().net().amountMinor());
    assertRejected("limit.per-customer", quote("often"));
    ledger.orders = 10;
    assertRejected("limit.total", quote("new"));
  }

  private void batch() {
    shop.offer(Shop.offer("ten", TENTH).conditions(List.of(OF_BATCH)).build()).publish("S-1");
    ledger.coupons.put("OK-1", new LedgerView.CouponLook("B-1", true, ""));
    ledger.coupons.put("OK-2", new LedgerView.CouponLook("B-1", true, ""));
    ledger.coupons.put("USED-1", new LedgerView.CouponLook("B-1", false, "coupon.used"));
    ledger.coupons.put("OTHER-1", new LedgerView.CouponLook("B-2", true, ""));
  }

  private static void assertRejected(String code, DetailedQuote quote) {
    assertEquals(1000, quote.quote().net().amountMinor());
    assertEquals(code, quote.quote().rejected().get(0).reason().code());
  }

  /** Codes of what stands against the only offer. */
  private static List<String> finding(DetailedQuote quote) {
    return quote.findings().get(0).reasons().stream().map(reason -> reason.code()).toList();
  }

  private DetailedQuote quote(String customer, String... codes) {
    DefaultOfferEngine engine = shop.engine();
    engine.ledger = ledger;
    return engine.detail(request(customer, codes), true);
  }

  private QuoteRequest request(String customer, String... codes) {
    Cart.Builder cart = Cart.builder(shop.currency).line(new Sku("A"), 1);
    if (!customer.isEmpty()) {
      cart.customer(new CustomerKey(customer));
    }
    for (String code : codes) {
      cart.coupon(code);
    }
    return new QuoteRequest(cart.build(), Set.of(), Optional.empty());
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, shop.currency);
  }
}
