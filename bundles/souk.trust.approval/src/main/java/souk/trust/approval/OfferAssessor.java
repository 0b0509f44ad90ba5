package souk.trust.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.ArticleFacts;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferChange;
import souk.trust.api.OfferImpact;
import souk.trust.api.OfferSwitch;
import souk.trust.api.Verdict;

/** Says of a change of offers what engine and guards find, how large it is and who must approve. */
final class OfferAssessor {
  /** Of what nobody has looked at yet. */
  static final OfferAssessment NONE =
      OfferAssessment.builder(new Verdict(List.of(), List.of()), OfferImpact.builder().build())
          .build();

  private final OfferGuards guards;
  private final Supplier<Optional<OfferEngine>> engine;
  private final SecondPerson rule;
  private final ShopFacts facts;
  private final Clock clock;

  OfferAssessor(
      OfferGuards guards,
      Supplier<Optional<OfferEngine>> engine,
      SecondPerson rule,
      ShopFacts facts,
      Clock clock) {
    this.guards = guards;
    this.engine = engine;
    this.rule = rule;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * What would be served: offers replaced or added, some ended, offers whose window is over left
   * out, layers and facts as given.
   */
  Content next(
      Content before,
      Collection<Offer> offers,
      Collection<String> ends,
      Optional<PriceLayers> layers,
      Map<Sku, ArticleFacts> articles) {
    Map<String, Offer> book = new LinkedHashMap<>();
    before.offers().offers().stream()
        .filter(offer -> offer.window().until().isAfter(clock.instant()))
        .forEach(offer -> book.put(offer.id(), offer));
    book.keySet().removeAll(ends);
    offers.forEach(offer -> book.put(offer.id(), offer));
    return new Content(
        before.id(),
        before.createdAt(),
        before.prices(),
        new OfferBook(List.copyOf(book.values())),
        facts.next(before.parts(), articles, layers));
  }

  OfferAssessment assess(
      String id, Content before, Content after, Set<String> changed, Switches switches) {
    List<Reason> findings = new ArrayList<>(findings(after, changed));
    switches
        .killed()
        .forEach(
            (offer, by) -> {
              if (changed.contains(offer)) {
                findings.add(killed(offer, by));
              }
            });
    OfferChange change = guards.change(id, before, after, changed);
    Verdict verdict = guards.judge(change);
    OfferImpact impact = Impacts.of(change);
    return OfferAssessment.builder(verdict, impact)
        .findings(findings)
        .conflicts(change.conflicts())
        .secondPerson(rule.reasons(impact, verdict))
        .build();
  }

  private static Reason killed(String offer, OfferSwitch by) {
    return Reason.of(
        "offer.killed",
        "Offer %s was killed at %s by %s. An admin must lift the kill switch first."
            .formatted(offer, by.at(), by.actor()),
        offer,
        by.at(),
        by.actor());
  }

  private List<Reason> findings(Content after, Set<String> changed) {
    List<Offer> offers =
        after.offers().offers().stream().filter(o -> changed.contains(o.id())).toList();
    if (offers.isEmpty()) {
      return List.of();
    }
    Optional<OfferEngine> present = engine.get();
    if (present.isEmpty()) {
      return List.of(
          Reason.of(
              "publication.no-offer-engine",
              "%d offers cannot be checked, because no offer engine is there. Start the bundle souk.offer.engine."
                  .formatted(offers.size()),
              offers.size()));
    }
    return present.get().validate(new OfferBook(offers), after.prices());
  }
}
