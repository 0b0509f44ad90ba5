package souk.offer.api;

import java.util.Map;
import java.util.Optional;
import souk.model.Sku;

/**
 * Facts about articles; a part of a snapshot. An article without facts has no category, no brand
 * and no tax.
 *
 * @param articles per article
 */
public record ArticleBook(Map<Sku, ArticleFacts> articles) {
  public ArticleBook {
    articles = Map.copyOf(articles);
  }

  public Optional<ArticleFacts> facts(Sku sku) {
    return Optional.ofNullable(articles.get(sku));
  }
}
