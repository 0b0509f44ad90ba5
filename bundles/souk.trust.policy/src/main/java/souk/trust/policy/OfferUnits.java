package souk.trust.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayer;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.lib.ShelfArticle;
import souk.trust.spi.PolicyGuard;

/**
 * Amounts in offers and price layers that smell of another unit (yuan for fen, pence for pounds): a
 * price ten times or more away from the present price, from what was paid lately or from the cost;
 * an amount off that is larger than all articles it is for, or too small to be seen; a budget that
 * does not pay for one use.
 */
@Component(
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=offer-units",
      "souk.version=1.0.0",
      "souk.family=offer",
      "souk.title=Mistaken units in offers"
    })
public final class OfferUnits implements PolicyGuard {
  private static final long FACTOR = 10;

  /** An amount off below this share of a price is not seen by anybody. */
  private static final BigDecimal UNSEEN = new BigDecimal("0.002");

  @Override
  public List<Violation> judge(Plan plan) {
    return List.of();
  }

  @Override
  public List<Violation> judgeOffers(OfferChange change) {
    List<Violation> violations = new ArrayList<>();
    for (PriceLayer layer : change.layersAfter().layers()) {
      if (!change.layersBefore().layers().contains(layer)) {
        layer
            .prices()
            .forEach(
                (sku, price) -> judgePrice(layer.id(), sku, price.price(), change, violations));
      }
    }
    StackedOffers stacked = new StackedOffers(change);
    for (Offer offer : stacked.changed()) {
      judgeFixed(offer, stacked, change, violations);
      judgeAmount(offer, stacked, change, violations);
    }
    return Findings.few(violations);
  }

  private static void judgeFixed(
      Offer offer, StackedOffers stacked, OfferChange change, List<Violation> violations) {
    if (!offer.effect().kind().equals("fixed-price")) {
      return;
    }
    Map<String, Object> parameters = offer.effect().parameters();
    if (parameters.get("pricesMinor") instanceof Map<?, ?> each) {
      each.forEach(
          (sku, price) -> {
            if (price instanceof BigDecimal minor) {
              Sku named = new Sku(String.valueOf(sku));
              judgePrice(offer.id(), named, money(minor, change), change, violations);
            }
          });
    } else if (parameters.get("priceMinor") instanceof BigDecimal minor) {
      for (ShelfArticle article : stacked.touched(offer)) {
        judgePrice(offer.id(), new Sku(article.sku()), money(minor, change), change, violations);
      }
    }
  }

  private static Money money(BigDecimal minor, OfferChange change) {
    return Money.ofMinor(minor.longValue(), change.prices().currency());
  }

  private static void judgePrice(
      String by, Sku sku, Money price, OfferChange change, List<Violation> violations) {
    farFrom("present price", change.prices().price(sku).map(BookPrice::price), price)
        .or(() -> farFrom("usual price", Optional.ofNullable(change.usualPrices().get(sku)), price))
        .or(() -> farFrom("cost", Optional.ofNullable(change.costs().get(sku)), price))
        .ifPresent(
            found ->
                violations.add(
                    Findings.block(
                        "offer-unit-mistake",
                        sku.value(),
                        Reason.of(
                            "guard.offer-unit-mistake",
                            "%s sells %s at %s, %d times or more away from %s. Check the unit: minor units are meant, 1.00 is 100."
                                .formatted(by, sku, price, FACTOR, found),
                            by,
                            sku,
                            price,
                            FACTOR,
                            found))));
  }

  private static Optional<String> farFrom(String what, Optional<Money> known, Money price) {
    return known
        .filter(k -> k.amountMinor() > 0 && k.currency().equals(price.currency()))
        .filter(
            k ->
                price.amountMinor() / FACTOR >= k.amountMinor()
                    || k.amountMinor() / FACTOR >= price.amountMinor())
        .map(k -> "its " + what + " " + k);
  }

  private static void judgeAmount(
      Offer offer, StackedOffers stacked, OfferChange change, List<Violation> violations) {
    Object amount =
        offer
            .effect()
            .parameters()
            .getOrDefault("amountMinor", offer.effect().parameters().get("amountOffMinor"));
    if (!(amount instanceof BigDecimal minor)) {
      return;
    }
    Money off = money(minor, change);
    offer
        .limits()
        .budget()
        .filter(budget -> budget.amountMinor() < off.amountMinor())
        .ifPresent(
            budget ->
                violations.add(
                    amount(offer, off, "its budget " + budget + " does not pay for one use")));
    List<ShelfArticle> touched = stacked.touched(offer);
    boolean direct = offer.effect().kind().equals("amount-off");
    if (touched.isEmpty() || !direct) {
      return;
    }
    long dearest = touched.stream().mapToLong(ShelfArticle::priceMinor).max().orElseThrow();
    long cheapest = touched.stream().mapToLong(ShelfArticle::priceMinor).min().orElseThrow();
    boolean each = !"order".equals(offer.effect().parameters().getOrDefault("per", "order"));
    if (each && off.amountMinor() >= dearest) {
      violations.add(
          amount(
              offer,
              off,
              "the dearest of its %d articles costs %s"
                  .formatted(touched.size(), Money.ofMinor(dearest, change.prices().currency()))));
    }
    if (BigDecimal.valueOf(cheapest).multiply(UNSEEN).compareTo(minor) > 0) {
      violations.add(
          amount(
              offer,
              off,
              "the cheapest of its %d articles costs %s, so nobody would see it"
                  .formatted(touched.size(), Money.ofMinor(cheapest, change.prices().currency()))));
    }
  }

  private static Violation amount(Offer offer, Money off, String why) {
    return Findings.block(
        "offer-unit-mistake",
        offer.id(),
        Reason.of(
            "guard.offer-amount-unit",
            "%s takes off %s, but %s. Check the unit: minor units are meant, 1.00 is 100."
                .formatted(offer.id(), off, why),
            offer.id(),
            off,
            why));
  }
}
