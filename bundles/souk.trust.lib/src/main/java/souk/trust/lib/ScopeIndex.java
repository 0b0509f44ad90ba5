package souk.trust.lib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what is for an article by the numbers, categories or brands it names, without looking at
 * what is for others. Built once, then only read.
 */
final class ScopeIndex<T> {
  private final List<T> all = new ArrayList<>();
  private final Map<String, List<Integer>> bySku = new HashMap<>();
  private final Map<String, List<Integer>> byCategory = new HashMap<>();
  private final Map<String, List<Integer>> byBrand = new HashMap<>();
  private final List<Integer> everywhere = new ArrayList<>();

  /** Something that can be found by each of some scopes. */
  void add(T item, List<Scope> scopes) {
    int position = all.size();
    all.add(item);
    for (Scope scope : scopes) {
      if (!scope.skus().isEmpty()) {
        under(bySku, scope.skus(), position);
      } else if (!scope.categories().isEmpty()) {
        under(byCategory, scope.categories(), position);
      } else if (!scope.brands().isEmpty()) {
        under(byBrand, scope.brands(), position);
      } else {
        everywhere.add(position);
      }
    }
  }

  private static void under(Map<String, List<Integer>> index, Set<String> keys, int position) {
    keys.forEach(key -> index.computeIfAbsent(key, any -> new ArrayList<>()).add(position));
  }

  /** What may be for an article, each once, in the order in which it was added. */
  List<T> find(ShelfArticle article) {
    TreeSet<Integer> found = new TreeSet<>(everywhere);
    found.addAll(bySku.getOrDefault(article.sku(), List.of()));
    article.categories().forEach(c -> found.addAll(byCategory.getOrDefault(c, List.of())));
    article.brand().ifPresent(b -> found.addAll(byBrand.getOrDefault(b, List.of())));
    return found.stream().map(all::get).toList();
  }
}
