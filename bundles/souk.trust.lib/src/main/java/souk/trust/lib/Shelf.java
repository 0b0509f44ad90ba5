package souk.trust.lib;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All articles with a price. Immutable. */
public final class Shelf {
  private final Map<String, ShelfArticle> articles = new TreeMap<>();
  private final Map<String, List<ShelfArticle>> byCategory = new HashMap<>();
  private final Map<String, List<ShelfArticle>> byBrand = new HashMap<>();

  /** Worked out when first asked for, as conditions ask the same again for each article. */
  private final Map<Scope, Optional<Long>> lowest = new ConcurrentHashMap<>();

  public Shelf(Collection<ShelfArticle> all) {
    all.forEach(article -> articles.put(article.sku(), article));
    for (ShelfArticle article : articles.values()) {
      article.categories().forEach(category -> under(byCategory, category, article));
      article.brand().ifPresent(brand -> under(byBrand, brand, article));
    }
  }

  private static void under(
      Map<String, List<ShelfArticle>> index, String key, ShelfArticle article) {
    index.computeIfAbsent(key, any -> new ArrayList<>()).add(article);
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

  /** The articles of a scope, each once. */
  Stream<ShelfArticle> within(Scope scope) {
    Stream<ShelfArticle> candidates =
        !scope.skus().isEmpty()
            ? scope.skus().stream().sorted().map(this::find).flatMap(Optional::stream)
            : !scope.categories().isEmpty()
                ? named(byCategory, scope.categories())
                : !scope.brands().isEmpty()
                    ? named(byBrand, scope.brands())
                    : articles.values().stream();
    return candidates.filter(scope::contains);
  }

  private static Stream<ShelfArticle> named(
      Map<String, List<ShelfArticle>> index, Set<String> keys) {
    Stream<ShelfArticle> articles =
        keys.stream().sorted().flatMap(key -> index.getOrDefault(key, List.of()).stream());
    return keys.size() == 1 ? articles : articles.distinct();
  }

  /** Lowest price of the articles within a scope; empty if there is none. */
  public Optional<Long> lowestPrice(Scope scope) {
    return lowest.computeIfAbsent(
        scope, asked -> within(asked).map(ShelfArticle::priceMinor).min(Long::compare));
  }
}
