package souk.it.bench.quotes;

import java.time.Instant;
import java.util.List;

/**
 * What is sold, what is on offer and who buys.
 *
 * @param articles all articles
 * @param promotions ordered by id, all live
 * @param baskets carts
 */
public record Market(List<Article> articles, List<Promotion> promotions, List<Basket> baskets) {
  /** The instant of all quotes. */
  public static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

  /** Tag of members. */
  public static final String GOLD = "level:gold";

  public Market {
    articles = List.copyOf(articles);
    promotions = List.copyOf(promotions);
    baskets = List.copyOf(baskets);
  }

  /** The same with other promotions. */
  public Market with(List<Promotion> others) {
    return new Market(articles, others, baskets);
  }

  /** Gross amount per line. */
  public long[] gross(Basket basket) {
    long[] gross = new long[basket.lines()];
    for (int line = 0; line < gross.length; line++) {
      gross[line] = articles.get(basket.articles()[line]).priceMinor() * basket.quantities()[line];
    }
    return gross;
  }
}
