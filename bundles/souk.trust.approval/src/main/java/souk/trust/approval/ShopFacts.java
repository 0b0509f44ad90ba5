package souk.trust.approval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.model.Sku;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.PriceLayers;

/**
 * What goes out with a publication beside prices and offers: categories as the warehouse has them,
 * facts that people gave, which win, and the terms as they are configured.
 */
final class ShopFacts {
  private final Supplier<Optional<SalesHistory>> sales;
  private final Supplier<Terms> terms;

  ShopFacts(Supplier<Optional<SalesHistory>> sales, Supplier<Terms> terms) {
    this.sales = sales;
    this.terms = terms;
  }

  ShopParts next(
      ShopParts before, Map<Sku, ArticleFacts> givenNow, Optional<PriceLayers> layersNow) {
    Map<Sku, ArticleFacts> facts = new HashMap<>();
    for (Item item :
        sales.get().map(history -> history.items(SalesQuery.all())).orElse(List.of())) {
      item.category()
          .filter(category -> !category.isBlank())
          .ifPresent(
              category ->
                  facts.put(
                      item.sku(), ArticleFacts.builder().categories(List.of(category)).build()));
    }
    Set<Sku> given = new HashSet<>(before.given());
    given.addAll(givenNow.keySet());
    before
        .articles()
        .ifPresent(
            book ->
                book.articles()
                    .forEach(
                        (sku, known) -> {
                          if (before.given().contains(sku) || sales.get().isEmpty()) {
                            facts.put(sku, known);
                          }
                        }));
    facts.putAll(givenNow);
    Terms now = terms.get();
    return new ShopParts(
        facts.isEmpty() ? Optional.empty() : Optional.of(new ArticleBook(facts)),
        given,
        now.equals(Terms.STANDARD) ? Optional.empty() : Optional.of(now),
        layersNow.or(before::layers).filter(layers -> !layers.layers().isEmpty()));
  }
}
