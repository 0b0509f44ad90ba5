package souk.trust.lib;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The deepest cut that offers which may stand beside each other make into one article's price.
 *
 * @param article the article
 * @param share of its price, from 0 to 1
 * @param netMinor what is left of the price, in minor units; at least 0
 * @param offers that make it, by id
 * @param at an instant at which they all hold
 */
public record WorstCase(
    ShelfArticle article, BigDecimal share, long netMinor, List<String> offers, Instant at) {
  public WorstCase {
    offers = List.copyOf(offers);
  }
}
