package souk.trust.approval;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import souk.data.api.Item;
import souk.data.api.SalesQuery;
import souk.data.api.UnitCost;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.ArticleBook;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.Verdict;

/** Asks the guards of a change of offers, with all they need to know of it. */
final class OfferGuards {
  private final Guards guards;
  private final Neighbours neighbours;
  private final Clock clock;

  OfferGuards(Guards guards, Neighbours neighbours, Clock clock) {
    this.guards = guards;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  OfferChange change(String id, Content before, Content after, Set<String> changed) {
    Map<Sku, Money> known = costs(after);
    List<Reason> conflicts =
        neighbours
            .engine()
            .map(e -> e.conflicts(after.offers(), around(after), known))
            .orElse(List.of());
    return OfferChange.builder(id, clock.instant(), after.prices())
        .offers(before.offers(), after.offers(), changed)
        .layers(layers(before), layers(after))
        .articles(after.parts().articles().orElseGet(() -> new ArticleBook(Map.of())))
        .terms(after.parts().terms().map(Terms::shopTerms).orElseGet(ShopTerms::standard))
        .costs(known)
        .usualPrices(usualPrices(after))
        .conflicts(conflicts)
        .build();
  }

  Verdict judge(OfferChange change) {
    return guards.judge(change);
  }

  /** Promotions of a plan stand beside other offers at the till: judged together with them. */
  void require(Plan plan, Optional<Content> inForce, Content next) {
    if (plan.promotionLines().isEmpty()) {
      return;
    }
    Set<String> known =
        inForce.map(Content::offers).orElseGet(() -> new OfferBook(List.of())).offers().stream()
            .map(Offer::id)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> changed =
        next.offers().offers().stream()
            .map(Offer::id)
            .filter(id -> !known.contains(id))
            .collect(Collectors.toSet());
    Verdict verdict = judge(change(plan.id(), inForce.orElse(next), next, changed));
    if (verdict.blocked()) {
      throw Guards.refusal("plan " + plan.id() + " beside the other offers", verdict);
    }
  }

  private static OfferSurroundings around(Content content) {
    OfferSurroundings.Builder around = OfferSurroundings.builder().prices(content.prices());
    content.parts().articles().ifPresent(around::articles);
    return around.build();
  }

  private static PriceLayers layers(Content content) {
    return content.parts().layers().orElseGet(() -> new PriceLayers(List.of()));
  }

  /** Loaded ones alone: an assumed cost is no reason to stop anybody. */
  private Map<Sku, Money> costs(Content content) {
    Map<Sku, Money> known = new HashMap<>();
    neighbours
        .costs()
        .ifPresent(
            source ->
                content
                    .prices()
                    .prices()
                    .forEach(
                        (sku, price) -> {
                          UnitCost cost = source.unitCost(sku, price.price());
                          if (!cost.assumed()) {
                            known.put(sku, cost.amount());
                          }
                        }));
    return known;
  }

  private Map<Sku, Money> usualPrices(Content content) {
    Map<Sku, Money> paid = new HashMap<>();
    for (Item item :
        neighbours.sales().map(history -> history.items(SalesQuery.all())).orElse(List.of())) {
      item.listPrice()
          .filter(price -> price.currency().equals(content.prices().currency()))
          .ifPresent(price -> paid.put(item.sku(), price));
    }
    return paid;
  }
}
