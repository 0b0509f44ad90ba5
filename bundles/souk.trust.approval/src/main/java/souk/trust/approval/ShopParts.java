package souk.trust.approval;

import java.util.Optional;
import java.util.Set;
import souk.kernel.api.Snapshot;
import souk.model.Sku;
import souk.offer.api.ArticleBook;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;

/**
 * What a snapshot serves beside prices and offers, as far as there is anything.
 *
 * @param articles facts about articles
 * @param given articles whose facts were given by people and not taken from the warehouse
 * @param terms time and tax
 * @param layers prices before the price book
 */
record ShopParts(
    Optional<ArticleBook> articles,
    Set<Sku> given,
    Optional<Terms> terms,
    Optional<PriceLayers> layers) {
  static final ShopParts NONE =
      new ShopParts(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

  ShopParts {
    given = Set.copyOf(given);
  }

  boolean empty() {
    return articles.isEmpty() && terms.isEmpty() && layers.isEmpty();
  }

  void addTo(Snapshot.Builder snapshot) {
    articles.ifPresent(part -> snapshot.part(ArticleBook.class, part));
    terms.ifPresent(part -> snapshot.part(ShopTerms.class, part.shopTerms()));
    layers.ifPresent(part -> snapshot.part(PriceLayers.class, part));
  }
}
