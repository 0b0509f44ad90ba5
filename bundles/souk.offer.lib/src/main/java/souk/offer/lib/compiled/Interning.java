package souk.offer.lib.compiled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.offer.lib.compiled.TagIndex.Space;

/** Turns the texts of offers into numbers while a set is built. For one thread, used once. */
final class Interning {
  private final StringIndex articles;
  private final TagIndex tags = new TagIndex();
  private final Map<Facet, Integer> facets = new HashMap<>();
  private final List<Facet> all = new ArrayList<>();
  private final Map<Scope, ScopeRef> scopes = new java.util.IdentityHashMap<>();

  /** What a facet is about. */
  enum About {
    EVERYTHING,
    SKU,
    BRAND,
    CATEGORY
  }

  /** Articles that have one of some texts. */
  record Facet(About about, Set<String> texts) {}

  Interning(StringIndex articles) {
    this.articles = articles;
    facet(About.EVERYTHING, Set.of());
  }

  TagIndex tags() {
    return tags;
  }

  List<Facet> facets() {
    return all;
  }

  ScopeRef scope(Scope scope) {
    ScopeRef known = scopes.get(scope);
    if (known == null) {
      known = bind(scope);
      scopes.put(scope, known);
    }
    return known;
  }

  private ScopeRef bind(Scope scope) {
    int[] numbers = new int[3];
    int count = 0;
    if (!scope.skus().isEmpty()) {
      scope.skus().forEach(articles::add);
      numbers[count++] = facet(About.SKU, scope.skus());
    }
    if (!scope.brands().isEmpty()) {
      numbers[count++] = facet(About.BRAND, scope.brands());
    }
    if (!scope.categories().isEmpty()) {
      numbers[count++] = facet(About.CATEGORY, scope.categories());
    }
    return count == 0 ? ScopeRef.ALL : new ScopeRef(numbers[0], numbers[1], numbers[2]);
  }

  private int facet(About about, Set<String> texts) {
    Facet facet = new Facet(about, texts);
    Integer known = facets.putIfAbsent(facet, all.size());
    if (known != null) {
      return known;
    }
    all.add(facet);
    return all.size() - 1;
  }

  int[] tags(Space space, Collection<String> texts) {
    return texts.stream().sorted().mapToInt(text -> tags.add(space, text)).toArray();
  }

  Effect fixedPrices(Map<String, Long> minorBySku) {
    ScopeRef scope = scope(Scope.of(minorBySku.keySet(), Set.of(), Set.of()));
    long[][] pairs =
        minorBySku.entrySet().stream()
            .map(e -> new long[] {articles.find(e.getKey()), e.getValue()})
            .sorted(java.util.Comparator.comparingLong(pair -> pair[0]))
            .toArray(long[][]::new);
    int[] numbers = new int[pairs.length];
    long[] minor = new long[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      numbers[i] = (int) pairs[i][0];
      minor[i] = pairs[i][1];
    }
    return new LineEffects.FixedPrices(scope, numbers, minor);
  }
}
