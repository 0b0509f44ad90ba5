package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.Quote;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;
import souk.offer.spi.LinePricer;
import souk.offer.spi.OfferContext;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;

/** Nonsense of a strategy never reaches a customer. */
class BadStrategiesTest {
  private static final Spec HALF =
      new Spec("percentage", Map.of("percent", 50, "skus", List.of("A")));

  @Test
  void nonsensePricesAreReplacedByThePriceBook() {
    for (long nonsense : new long[] {0, -2, 99, 1_000_000_000_001L, Long.MIN_VALUE}) {
      Shop shop = shopWith((cart, prices) -> new long[] {nonsense}, new BestForCustomer());
      Quote quote = shop.quote(Set.of(), "A", 1);
      assertEquals(500, quote.net().amountMinor());
      assertEquals("quote.fallback", quote.notes().get(0).code());
      assertEquals("price-book", quote.strategies().get(0).strategy());
    }
    Shop shop = shopWith((cart, prices) -> new long[0], new BestForCustomer());
    assertEquals(500, shop.quote(Set.of(), "A", 1).net().amountMinor());
  }

  @Test
  void impossibleSelectionsAreReplaced() {
    for (Selection nonsense :
        List.of(Selection.of(7), Selection.of(-1), Selection.of(0, 0), Selection.of(0, 1))) {
      Shop shop = shopWith(new PriceBookPricer(), problem -> nonsense);
      Quote quote = shop.quote(Set.of(), "A", 1);
      assertEquals(500, quote.net().amountMinor());
      assertEquals("best-for-customer", quote.strategies().get(1).strategy());
    }
  }

  @Test
  void aForeignKindIsFoundByNameAndItsAbsenceIsAReason() {
    ConditionKind evenLines =
        new ConditionKind() {
          @Override
          public List<Reason> validate(Spec spec) {
            return spec.parameters().isEmpty()
                ? List.of()
                : List.of(Reason.of("even.parameter", "Kind even-lines has no parameters."));
          }

          @Override
          public Optional<Reason> fails(Spec spec, OfferContext context) {
            return context.cart().lines().size() % 2 == 0
                ? Optional.empty()
                : Optional.of(Reason.of("even.odd", "The number of lines is odd."));
          }
        };
    Shop shop = Shop.standard().price("A", 1000, 100).price("B", 1000, 100);
    shop.router.add(ConditionKind.class, "even-lines", evenLines);
    shop.router.add(EffectKind.class, "too-much", new FixedEffect(5_000));
    shop.router.add(EffectKind.class, "a-penny", new FixedEffect(1));
    Spec even = Spec.of("even-lines");
    shop.offer(Shop.offer("1", Spec.of("a-penny")).conditions(List.of(even)).build())
        .offer(Shop.offer("2", Spec.of("too-much")).build())
        .offer(Shop.offer("3", Spec.of("vanished")).build())
        .publish("S-1");
    Quote quote = shop.quote(Set.of(), "A", 1, "B", 1);
    assertEquals(2, quote.discount().amountMinor());
    assertEquals(
        List.of("kind.unavailable", "kind.unavailable"),
        quote.rejected().stream().map(r -> r.reason().code()).toList());
    assertTrue(quote.rejected().get(1).reason().text().contains("vanished"));
    assertTrue(
        quote.strategies().stream().anyMatch(s -> s.strategy().equals("even-lines")),
        quote.strategies().toString());
    assertEquals("even.odd", shop.quote(Set.of(), "A", 1).rejected().get(0).reason().code());
    List<Reason> findings = shop.engine().validate(shop.offerBook(), shop.priceBook());
    assertEquals(1, findings.size());
    assertEquals("offer.unknown-kind", findings.get(0).code());
  }

  @Test
  void probesAcceptOursAndRefuseNonsense() {
    assertTrue(new LinePricerProbe().probe(new PriceBookPricer()).isEmpty());
    assertTrue(new SelectionPolicyProbe().probe(new BestForCustomer()).isEmpty());
    assertTrue(new SelectionPolicyProbe().probe(new ByPriority()).isEmpty());
    LinePricer free = (cart, prices) -> new long[cart.lines().size()];
    assertTrue(new LinePricerProbe().probe(free).isPresent());
    SelectionPolicy all = problem -> Selection.of(0, 1, 2, 3);
    assertTrue(new SelectionPolicyProbe().probe(all).isPresent());
  }

  private static Shop shopWith(LinePricer pricer, SelectionPolicy policy) {
    Shop shop = new Shop("GBP").price("A", 1000, 100);
    shop.router.add(LinePricer.class, "tried", pricer);
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "tried", policy);
    shop.router.add(SelectionPolicy.class, "best-for-customer", new BestForCustomer());
    return shop.offer(Shop.offer("half", HALF).build())
        .offer(Shop.offer("third", new Spec("percentage", Map.of("percent", 33))).build())
        .publish("S-1");
  }

  private record FixedEffect(long amount) implements EffectKind {
    @Override
    public List<Reason> validate(Spec spec) {
      return List.of();
    }

    @Override
    public long[] discountsMinor(Spec spec, OfferContext context) {
      long[] discounts = new long[context.cart().lines().size()];
      java.util.Arrays.fill(discounts, amount);
      return discounts;
    }
  }
}
