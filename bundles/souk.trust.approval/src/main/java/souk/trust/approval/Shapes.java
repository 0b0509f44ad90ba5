package souk.trust.approval;

import java.util.ArrayList;
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

/** Offers and articles in the form of the library. */
final class Shapes {
  private Shapes() {}

  static Shelf shelf(OfferChange change) {
    List<ShelfArticle> articles = new ArrayList<>();
    change.prices().prices().forEach((sku, price) -> articles.add(article(change, sku, price)));
    return new Shelf(articles);
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

  static OfferShape shape(Offer offer) {
    return new OfferShape(
        offer.id(),
        offer.window(),
        offer.effect(),
        offer.conditions(),
        offer.stackingGroup(),
        offer.exclusive(),
        offer.basis() == Basis.NET);
  }
}
