package souk.trust.lib;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.model.Spec;

/**
 * Which articles a condition or an effect is about: an article must be among the numbers, in one of
 * the categories and of one of the brands, as far as any are named.
 *
 * @param skus article numbers; empty for any
 * @param categories empty for any
 * @param brands empty for any
 */
public record Scope(Set<String> skus, Set<String> categories, Set<String> brands) {
  private static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

  public Scope {
    skus = Set.copyOf(skus);
    categories = Set.copyOf(categories);
    brands = Set.copyOf(brands);
  }

  public static Scope all() {
    return ALL;
  }

  /** The scope of an effect, by the parameters all kinds share. */
  public static Scope of(Spec spec) {
    return switch (spec.kind()) {
      case "bundle" -> new Scope(items(spec).keySet(), Set.of(), Set.of());
      case "fixed-price" -> prices(spec);
      default -> of(spec.parameters());
    };
  }

  /** The scope that parameters name. */
  public static Scope of(Map<?, ?> parameters) {
    return new Scope(
        texts(parameters.get("skus")),
        texts(parameters.get("categories")),
        texts(parameters.get("brands")));
  }

  /** Units per article of a set. */
  static Map<String, Long> items(Spec spec) {
    Map<String, Long> units = new java.util.TreeMap<>();
    if (spec.parameters().get("items") instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> map && map.get("sku") instanceof String sku) {
          long quantity =
              map.get("quantity") instanceof java.math.BigDecimal n ? n.longValue() : 1L;
          units.merge(sku, quantity, Long::sum);
        }
      }
    }
    return units;
  }

  private static Scope prices(Spec spec) {
    if (spec.parameters().get("pricesMinor") instanceof Map<?, ?> each) {
      Set<String> named = new HashSet<>();
      each.keySet().forEach(sku -> named.add(String.valueOf(sku)));
      return new Scope(named, Set.of(), Set.of());
    }
    return of(spec.parameters());
  }

  private static Set<String> texts(@org.jspecify.annotations.Nullable Object value) {
    Set<String> found = new HashSet<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> found.add(String.valueOf(element)));
    }
    return found;
  }

  public boolean contains(ShelfArticle article) {
    return (skus.isEmpty() || skus.contains(article.sku()))
        && (categories.isEmpty() || article.categories().stream().anyMatch(categories::contains))
        && (brands.isEmpty() || article.brand().filter(brands::contains).isPresent());
  }

  /** True if every article of this scope surely is in the other one. */
  public boolean within(Scope other) {
    return narrower(skus, other.skus)
        && narrower(categories, other.categories)
        && narrower(brands, other.brands);
  }

  private static boolean narrower(Set<String> mine, Set<String> others) {
    return others.isEmpty() || (!mine.isEmpty() && others.containsAll(mine));
  }
}
