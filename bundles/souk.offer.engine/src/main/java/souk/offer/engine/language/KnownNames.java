package souk.offer.engine.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import souk.model.Sku;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceBook;

/** Articles, categories, brands and batches that exist, as far as that is known. */
final class KnownNames {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "sku", List.of("article", "without a price", "offer.unknown-sku"),
          "category", List.of("category", "that no article has", "offer.unknown-category"),
          "brand", List.of("brand", "that no article has", "offer.unknown-brand"),
          "batch", List.of("batch", "that does not exist", "offer.unknown-batch"));

  private final Map<String, Set<String>> known = new LinkedHashMap<>();
  private final Problems problems;

  KnownNames(OfferSurroundings around, Problems problems) {
    this.problems = problems;
    around.prices().ifPresent(this::prices);
    around.articles().ifPresent(this::articles);
    around.batches().ifPresent(ids -> known.put("batch", ids));
  }

  /** Prices of the document instead of those around it. */
  void prices(PriceBook book) {
    Set<String> skus = new TreeSet<>();
    book.prices().keySet().stream().map(Sku::value).forEach(skus::add);
    known.put("sku", skus);
  }

  /** Facts of the document instead of those around it. */
  void articles(ArticleBook book) {
    Set<String> categories = new TreeSet<>();
    Set<String> brands = new TreeSet<>();
    for (ArticleFacts facts : book.articles().values()) {
      categories.addAll(facts.categories());
      facts.brand().ifPresent(brands::add);
    }
    known.put("category", categories);
    known.put("brand", brands);
  }

  /** Warns of names that do not exist; one warning for a list. */
  void check(String what, Node node, Path path) {
    Set<String> names = known.get(what);
    if (names == null) {
      return;
    }
    List<Node> given = node instanceof Node.Row row ? row.elements() : List.of(node);
    Set<String> unknown = new TreeSet<>();
    for (Node one : given) {
      if (one instanceof Node.Text text && !names.contains(text.value())) {
        unknown.add(text.value());
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    List<String> words =
        WORDS.getOrDefault(what, List.of(what, "that is unknown", "offer.unknown"));
    String first = unknown.iterator().next();
    String hint = Words.maybe(first, names);
    problems.warning(
        node,
        path,
        words.get(2),
        "%s names %s %s %s%s.%s"
            .formatted(
                path.name(),
                unknown.size() == 1
                    ? "the " + words.get(0)
                    : unknown.size() + " of " + words.get(0),
                Words.quoted(first),
                unknown.size() == 1 ? "" : "and others ",
                words.get(1),
                hint),
        Words.quoted(first),
        unknown.size());
  }
}
