package souk.trust.lib;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All articles with a price. Immutable. */
public final class Shelf {
  private final Map<String, ShelfArticle> articles = new TreeMap<>();

  public Shelf(Collection<ShelfArticle> all) {
    all.forEach(article -> articles.put(article.sku(), article));
  }

  /** By article number. */
  public Collection<ShelfArticle> articles() {
    return java.util.Collections.unmodifiableCollection(articles.values());
  }

  public Optional<ShelfArticle> find(String sku) {
    return Optional.ofNullable(articles.get(sku));
  }

  public int size() {
    return articles.size();
  }

  /** Lowest price of the articles within a scope; empty if there is none. */
  public Optional<Long> lowestPrice(Scope scope) {
    if (scope.skus().isEmpty()) {
      return articles.values().stream()
          .filter(scope::contains)
          .map(ShelfArticle::priceMinor)
          .min(Long::compare);
    }
    return scope.skus().stream()
        .map(articles::get)
        .filter(article -> article != null && scope.contains(article))
        .map(ShelfArticle::priceMinor)
        .min(Long::compare);
  }
}
