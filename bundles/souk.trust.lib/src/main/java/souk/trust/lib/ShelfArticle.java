package souk.trust.lib;

import java.util.Optional;
import java.util.Set;

/**
 * An article as scopes and depths need it.
 *
 * @param sku the article
 * @param priceMinor lowest price per unit before offers, greater than 0, in minor units
 * @param categories all it belongs to
 * @param brand its brand, if known
 */
public record ShelfArticle(
    String sku, long priceMinor, Set<String> categories, Optional<String> brand) {
  public ShelfArticle {
    categories = Set.copyOf(categories);
  }
}
