package souk.trust.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souk.model.Sku;
import souk.offer.api.ArticleFacts;
import souk.offer.api.Basis;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayer;
import souk.trust.api.OfferChange;
import souk.trust.lib.OfferShape;
import souk.trust.lib.Shelf;
import souk.trust.lib.ShelfArticle;
import souk.trust.lib.Stacking;
import souk.trust.lib.WorstCase;

/** The offers of a change as they stack in the worst case, for the articles that it touches. */
final class StackedOffers {
  private final Shelf shelf;
  private final Stacking stacking;
  private final List<Offer> changed;

  StackedOffers(OfferChange change) {
    List<ShelfArticle> articles = new ArrayList<>();
    change.prices().prices().forEach((sku, price) -> articles.add(article(change, sku, price)));
    shelf = new Shelf(articles);
    stacking =
        new Stacking(shelf, change.after().offers().stream().map(StackedOffers::shape).toList());
    changed =
        change.after().offers().stream()
            .filter(offer -> change.changed().contains(offer.id()))
            .toList();
  }

  private static ShelfArticle article(OfferChange change, Sku sku, BookPrice price) {
    long lowest = price.price().amountMinor();
    for (PriceLayer layer : change.layersAfter().layers()) {
      BookPrice other = layer.prices().get(sku);
      if (other != null) {
        lowest = Math.min(lowest, other.price().amountMinor());
      }
    }
    Optional<ArticleFacts> facts = change.articles().facts(sku);
    return new ShelfArticle(
        sku.value(),
        lowest,
        facts.map(f -> Set.copyOf(f.categories())).orElse(Set.of()),
        facts.flatMap(ArticleFacts::brand));
  }

  private static OfferShape shape(Offer offer) {
    return new OfferShape(
        offer.id(),
        offer.window(),
        offer.effect(),
        offer.conditions(),
        offer.stackingGroup(),
        offer.exclusive(),
        offer.basis() == Basis.NET);
  }

  List<Offer> changed() {
    return changed;
  }

  /** Articles from which one offer can take something off. */
  List<ShelfArticle> touched(Offer offer) {
    return stacking.touched(shape(offer));
  }

  /** One per article that the change touches, the deepest first. */
  List<WorstCase> worst() {
    Set<ShelfArticle> touched = new LinkedHashSet<>();
    changed.forEach(offer -> touched.addAll(touched(offer)));
    return touched.stream()
        .map(stacking::worst)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing(WorstCase::share).reversed().thenComparing(w -> w.article().sku()))
        .toList();
  }

  /** Changed offers whose depth nobody can say. */
  List<Offer> unknown() {
    Set<String> unknown = stacking.unknown();
    return changed.stream().filter(offer -> unknown.contains(offer.id())).toList();
  }

  int articles() {
    return shelf.size();
  }
}
