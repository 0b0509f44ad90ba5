package souk.trust.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceLayer;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.lib.WorstCase;
import souk.trust.spi.PolicyGuard;

/**
 * No offer and no price layer for an article that is sold below its cost or whose cost is blank,
 * zero or negative: such a cost is no floor, and a missing floor is a refusal, never zero. Offers
 * that together reach down to the floor need a second person, because the floor will cut them.
 */
@Component(
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=offer-floor",
      "souk.version=1.0.0",
      "souk.family=offer",
      "souk.title=Floor and cost under offers"
    })
public final class OfferFloor implements PolicyGuard {
  @Override
  public List<Violation> judge(Plan plan) {
    return List.of();
  }

  @Override
  public List<Violation> judgeOffers(OfferChange change) {
    List<Violation> violations = new ArrayList<>();
    for (PriceLayer layer : change.layersAfter().layers()) {
      if (!change.layersBefore().layers().contains(layer)) {
        layer.prices().forEach((sku, price) -> judge(sku, price, layer.id(), change, violations));
      }
    }
    Map<String, WorstCase> cut = new LinkedHashMap<>();
    int atFloor = 0;
    for (WorstCase worst : new StackedOffers(change).worst()) {
      Sku sku = new Sku(worst.article().sku());
      BookPrice price = change.prices().prices().get(sku);
      if (price == null) {
        continue;
      }
      judge(sku, price, String.join(", ", worst.offers()), change, violations);
      if (worst.netMinor() < price.floor().amountMinor()) {
        atFloor++;
        cut.putIfAbsent(String.join(", ", worst.offers()), worst);
      }
    }
    for (Map.Entry<String, WorstCase> each : Findings.few(List.copyOf(cut.entrySet()))) {
      violations.add(floored(each.getKey(), each.getValue(), change, atFloor));
    }
    return Findings.few(violations);
  }

  private static void judge(
      Sku sku, BookPrice price, String by, OfferChange change, List<Violation> violations) {
    Money cost = change.costs().get(sku);
    if (cost == null) {
      return;
    }
    if (cost.amountMinor() <= 0) {
      violations.add(
          Findings.block(
              "missing-floor",
              sku.value(),
              Reason.of(
                  "guard.missing-floor",
                  "%s cannot be in %s: its loaded cost is %s, which is no floor. Load its cost or leave the article out."
                      .formatted(sku, by, cost),
                  sku,
                  by,
                  cost)));
    } else if (price.floor().amountMinor() < cost.amountMinor()) {
      violations.add(
          Findings.block(
              "below-cost",
              sku.value(),
              Reason.of(
                  "guard.below-cost",
                  "%s cannot be in %s: it costs %s and may be sold down to %s (price %s). Correct the cost, or raise price and floor first."
                      .formatted(sku, by, cost, price.floor(), price.price()),
                  sku,
                  by,
                  cost,
                  price.floor(),
                  price.price())));
    }
  }

  private static Violation floored(
      String offers, WorstCase worst, OfferChange change, int articles) {
    Money floor = change.prices().price(new Sku(worst.article().sku())).orElseThrow().floor();
    Money net = Money.ofMinor(worst.netMinor(), change.prices().currency());
    return Findings.secondPerson(
        "offer-at-floor",
        worst.article().sku(),
        Reason.of(
            "guard.offer-at-floor",
            "%s would bring %s down to %s, below its floor %s; tills cut the discount there (%d articles in all). Make it smaller, or let a second person confirm."
                .formatted(offers, worst.article().sku(), net, floor, articles),
            offers,
            worst.article().sku(),
            net,
            floor));
  }
}
