package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
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
import souk.offer.api.Basis;
import souk.offer.api.Benefit;
import souk.offer.api.Claim;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LedgerView;
import souk.offer.api.OfferFinding;
import souk.offer.api.OfferLimits;
import souk.offer.api.Preview;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;
import souk.offer.api.ShopTerms;
import souk.offer.lib.refund.PaidLine;

/** One cart for each class of failure that the issue names, beside those of KnownAccidentsTest. */
class FailureClassesTest {
  private static final Spec TENTH = new Spec("percentage", Map.of("percent", 10));
  private static final Spec HUNDRED_OFF = new Spec("amount-off", Map.of("amountMinor", 100));

  private final Shop shop = Shop.standard().price("A", 1000, 1).price("B", 600, 1);

  /** Buy one get one: the dearer article was given away. Its floor of 1 is still to be paid. */
  @Test
  void theCheapestIsFree() {
    Spec effect = new Spec("buy-x-get-y", Map.of("buy", 1, "get", 1));
    Quote quote =
        shop.offer(Shop.offer("bogo", effect).build())
            .publish("S-1")
            .quote(Set.of(), "A", 1, "B", 1);
    assertEquals(List.of(0L, 599L), discounts(quote));
    assertEquals(List.of(0L, 1198L), discounts(shop.quote(Set.of(), "A", 2, "B", 2)));
    assertEquals(List.of(1000L), discounts(shop.quote(Set.of(), "A", 3)));
  }

  /** A discount was still given after its end, or before its start. */
  @Test
  void afterItsEndAnOfferIsOver() {
    shop.offer(Shop.offer("ten", TENTH).build()).publish("S-1");
    assertEquals(900, at(Shop.MARCH.until().minusMillis(1)).net().amountMinor());
    assertEquals(1000, at(Shop.MARCH.until()).net().amountMinor());
    assertEquals(1000, at(Shop.MARCH.from().minusMillis(1)).net().amountMinor());
  }

  /** A usage limit counted for coupons only, not for offers that apply by themselves. */
  @Test
  void automaticOffersAreLimitedToo() {
    OfferLimits three = OfferLimits.builder().total(3).build();
    shop.offer(Shop.offer("ten", TENTH).limits(three).build()).publish("S-1");
    assertEquals("limit.no-ledger", shop.quote(Set.of(), "A", 1).rejected().get(0).reason().code());
    assertEquals(900, withUses(2, 0).quote(request("A", 1)).net().amountMinor());
    Quote fourth = withUses(3, 0).quote(request("A", 1));
    assertEquals(1000, fourth.net().amountMinor());
    assertEquals("limit.total", fourth.rejected().get(0).reason().code());
    List<Claim> claims = withUses(2, 0).detail(request("A", 1), false).claims();
    assertEquals(1, claims.size());
    assertEquals(100, claims.get(0).amount().amountMinor());
  }

  /** A budget gives what is left of it, and no more. */
  @Test
  void aBudgetIsNeverOverspent() {
    OfferLimits budget = OfferLimits.builder().budget(money(500)).build();
    shop.offer(Shop.offer("ten", TENTH).limits(budget).build()).publish("S-1");
    Quote last = withUses(9, 460).quote(request("A", 1, "B", 1));
    assertEquals(40, last.discount().amountMinor());
    assertEquals(List.of(25L, 15L), discounts(last));
    assertEquals("offer.capped-at-budget", last.notes().get(0).code());
    Quote none = withUses(9, 500).quote(request("A", 1));
    assertEquals("limit.budget", none.rejected().get(0).reason().code());
  }

  /** A voucher with a minimum was accepted for the total before other discounts. */
  @Test
  void aVoucherSeesTheDiscountedTotal() {
    Spec minimum = new Spec("cart-minimum", Map.of("amountMinor", 1000));
    Spec voucher = new Spec("coupon", Map.of("code", "SAVE1"));
    shop.offer(Shop.offer("ten", TENTH).priority(1).stackingGroup("sale").build())
        .offer(
            Shop.offer("voucher", HUNDRED_OFF)
                .conditions(List.of(voucher, minimum))
                .basis(Basis.NET)
                .stackingGroup("voucher")
                .build())
        .publish("S-1");
    Quote onlyOne = shop.engine().quote(coupon("A", 1));
    assertEquals(1, onlyOne.applied().size(), "100 off either way: fewer offers, first by id");
    Quote both = shop.engine().quote(coupon("A", 2));
    assertEquals(2000 - 200 - 100, both.net().amountMinor());
    assertEquals(List.of("ten", "voucher"), both.applied().stream().map(a -> a.offerId()).toList());
  }

  /** A percentage on net amounts is taken from what is left. */
  @Test
  void aShareOfWhatIsLeft() {
    shop.offer(Shop.offer("ten", TENTH).stackingGroup("sale").build())
        .offer(Shop.offer("member", TENTH).basis(Basis.NET).stackingGroup("member").build())
        .publish("S-1");
    assertEquals(810, shop.quote(Set.of(), "A", 1).net().amountMinor());
  }

  /** A daily offer moved by an hour when the clock was changed. */
  @Test
  void theClockOfTheStoreCountsInSummerToo() {
    Spec evening = new Spec("time-of-day", Map.of("from", "17:00", "until", "18:00"));
    shop.offer(Shop.offer("happy-hour", TENTH).conditions(List.of(evening)).build()).publish("S-1");
    assertEquals(900, london("2026-03-28T17:30:00Z"));
    assertEquals(1000, london("2026-03-29T17:30:00Z"));
    assertEquals(900, london("2026-03-29T16:30:00Z"));
  }

  /** A refund after stacked discounts paid back more than the customer had paid. */
  @Test
  void refundsAfterStackingReturnWhatWasPaid() {
    shop.offer(Shop.offer("ten", TENTH).stackingGroup("a").build())
        .offer(Shop.offer("off", HUNDRED_OFF).stackingGroup("b").build())
        .publish("S-1");
    Quote quote = shop.quote(Set.of(), "A", 3, "B", 1);
    for (QuoteLine line : quote.lines()) {
      PaidLine paid = new PaidLine(line.quantity(), line.net().amountMinor(), 0);
      long back = 0;
      for (int k = 0; k < line.quantity().intValue(); k++) {
        back += paid.refund(BigDecimal.valueOf(k), BigDecimal.ONE).netMinor();
        assertTrue(back <= line.net().amountMinor());
      }
      assertEquals(line.net().amountMinor(), back);
    }
  }

  @Test
  void giftsPointsAndFreeShippingStandBesideMoneyOff() {
    shop.offer(Shop.offer("ten", TENTH).build())
        .offer(Shop.offer("tea", new Spec("gift", Map.of("sku", "TEA"))).build())
        .offer(Shop.offer("ship", Spec.of("free-shipping")).build())
        .offer(
            Shop.offer("points", new Spec("points", Map.of("points", 5, "everyMinor", 400)))
                .basis(Basis.NET)
                .build())
        .publish("S-1");
    DetailedQuote quote = shop.engine().detail(request("A", 1), false);
    assertEquals(4, quote.quote().applied().size());
    Map<Benefit.Kind, BigDecimal> given = new java.util.EnumMap<>(Benefit.Kind.class);
    quote.benefits().forEach(benefit -> given.put(benefit.kind(), benefit.amount()));
    assertEquals(
        Map.of(
            Benefit.Kind.GIFT, BigDecimal.ONE,
            Benefit.Kind.FREE_SHIPPING, BigDecimal.ONE,
            Benefit.Kind.POINTS, BigDecimal.TEN),
        given);
  }

  @Test
  void findingsNameWhatIsMissingForHowMuch() {
    Spec tier = new Spec("threshold", Map.of("thresholdMinor", 3000, "amountOffMinor", 500));
    Spec minimum = new Spec("cart-minimum", Map.of("amountMinor", 1500));
    shop.offer(Shop.offer("five", tier).build())
        .offer(Shop.offer("paused", TENTH).paused(true).build())
        .offer(Shop.offer("more", TENTH).conditions(List.of(minimum)).build())
        .offer(
            Shop.offer(
                    "article", new Spec("percentage", Map.of("percent", 5, "skus", List.of("B"))))
                .build())
        .publish("S-1");
    List<OfferFinding> findings = shop.engine().detail(request("A", 1), true).findings();
    assertEquals(4, findings.size());
    Map<String, String> texts = new java.util.HashMap<>();
    findings.forEach(f -> texts.put(f.offerId(), f.reasons().get(f.reasons().size() - 1).text()));
    assertEquals("GBP 20.00 more for GBP 5.00 off.", texts.get("five"));
    assertEquals("The offer is paused.", texts.get("paused"));
    assertEquals("GBP 5.00 more for GBP 1.00 off.", texts.get("more"));
    assertTrue(texts.get("article").contains("at least one minor unit"), texts.get("article"));
  }

  @Test
  void aPreviewOfADraftLeavesNoTrace() {
    shop.publish("S-1");
    var draft = new souk.offer.api.OfferBook(List.of(Shop.offer("draft", TENTH).build()));
    DetailedQuote quote =
        shop.engine()
            .preview(Preview.builder(request("A", 1)).offers(draft).explained(true).build());
    assertEquals(900, quote.quote().net().amountMinor());
    assertEquals(1, quote.findings().size());
    assertTrue(shop.decisions.isEmpty());
    assertEquals(1000, shop.quote(Set.of(), "A", 1).net().amountMinor());
  }

  /** Each pair on its own is fine; together they sell below the cost. */
  @Test
  void offersThatTogetherSellBelowCostAreNamed() {
    Spec fifth = new Spec("percentage", Map.of("percent", 20));
    shop.offer(Shop.offer("a", fifth).stackingGroup("a").build())
        .offer(Shop.offer("b", fifth).stackingGroup("b").build())
        .offer(Shop.offer("c", fifth).stackingGroup("b").build());
    var found =
        shop.engine()
            .conflicts(shop.offerBook(), shop.priceBook(), Map.of(new Sku("A"), money(650)));
    assertEquals(
        List.of("a b", "a c"),
        found.stream().map(r -> r.arguments().get(0) + " " + r.arguments().get(1)).toList());
    assertEquals("offer.conflict.cost", found.get(0).code());
    assertTrue(found.get(0).text().contains("A for GBP 6.00, below its cost of GBP 6.50"));
  }

  private long london(String at) {
    QuoteRequest request =
        new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.of(Instant.parse(at)));
    ShopTerms terms = ShopTerms.builder().zone(ZoneId.of("Europe/London")).build();
    return shop.engine()
        .preview(Preview.builder(request).terms(terms).build())
        .quote()
        .net()
        .amountMinor();
  }

  private Quote at(Instant at) {
    return shop.engine().quote(new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.of(at)));
  }

  private QuoteRequest request(Object... skusAndQuantities) {
    return new QuoteRequest(shop.cart(skusAndQuantities), Set.of(), Optional.empty());
  }

  private QuoteRequest coupon(String sku, long quantity) {
    Cart cart =
        Cart.builder(shop.currency)
            .customer(new CustomerKey("1"))
            .coupon("save1")
            .line(new Sku(sku), quantity)
            .build();
    return new QuoteRequest(cart, Set.of(), Optional.empty());
  }

  private DefaultOfferEngine withUses(long orders, long spent) {
    DefaultOfferEngine engine = shop.engine();
    engine.ledger =
        new LedgerView() {
          @Override
          public Optional<CouponLook> coupon(String code) {
            return Optional.empty();
          }

          @Override
          public OfferUse use(String offerId, Optional<CustomerKey> customer) {
            return new OfferUse(orders, OptionalLong.empty(), spent);
          }
        };
    return engine;
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, shop.currency);
  }

  private static List<Long> discounts(Quote quote) {
    return quote.lines().stream().map(line -> line.discount().amountMinor()).toList();
  }
}
