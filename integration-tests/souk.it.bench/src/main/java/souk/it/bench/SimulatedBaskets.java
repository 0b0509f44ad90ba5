package souk.it.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/**
 * A shop whose baskets have heavy tails: log-normal prices, costs of 50 to 75 % of them, popularity
 * by Zipf's law, one to about thirty lines, and one line in twenty bought by the dozen up to
 * hundreds. A fifth of the articles is on offer at 10 % off.
 */
final class SimulatedBaskets {
  static final Currency POUNDS = Currency.getInstance("GBP");
  private static final int ARTICLES = 500;
  private static final double BULK = 0.05;

  private final long[] prices = new long[ARTICLES];
  private final long[] costs = new long[ARTICLES];
  private final double[] popularity = new double[ARTICLES];

  SimulatedBaskets(long seed) {
    Random random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < ARTICLES; i++) {
      prices[i] = Math.max(100, Math.round(600 * Math.exp(0.8 * random.nextGaussian())));
      costs[i] = Math.round(prices[i] * (0.5 + 0.25 * random.nextDouble()));
      sum += 1.0 / (i + 1);
      popularity[i] = sum;
    }
    for (int i = 0; i < ARTICLES; i++) {
      popularity[i] /= sum;
    }
  }

  PriceBook priceBook() {
    Map<Sku, BookPrice> book = new HashMap<>();
    for (int i = 0; i < ARTICLES; i++) {
      book.put(
          sku(i), new BookPrice(Money.ofMinor(prices[i], POUNDS), Money.ofMinor(costs[i], POUNDS)));
    }
    return new PriceBook(POUNDS, book);
  }

  OfferBook offerBook(TimeRange window) {
    List<String> skus = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i += 5) {
      skus.add(sku(i).value());
    }
    Spec effect = new Spec("percentage", Map.of("percent", BigDecimal.TEN, "skus", skus));
    return new OfferBook(List.of(Offer.builder("ten-off", "10 % off", window, effect).build()));
  }

  Cart basket(Random random, String customer) {
    Cart.Builder cart = Cart.builder(POUNDS).customer(new CustomerKey(customer));
    Set<Integer> taken = new HashSet<>();
    int lines = 1 + (int) Math.min(30, Math.exp(1 + 0.9 * random.nextGaussian()));
    for (int line = 1; line <= lines; line++) {
      int article = article(random);
      if (taken.add(article)) {
        long quantity =
            random.nextDouble() < BULK
                ? 12 + (long) Math.min(500, 6 * Math.pow(random.nextDouble(), -1 / 1.2))
                : 1 + random.nextInt(3);
        cart.line(new CartLine("L" + line, sku(article), BigDecimal.valueOf(quantity)));
      }
    }
    return cart.build();
  }

  private int article(Random random) {
    double u = random.nextDouble();
    int i = java.util.Arrays.binarySearch(popularity, u);
    return Math.min(ARTICLES - 1, i >= 0 ? i : -i - 1);
  }

  private static Sku sku(int article) {
    return new Sku("A" + article);
  }

  /**
   * Prices of its own: the book's, whose part above the floor is scaled and then varied by line, so
   * that its margin is {@code scale} times the book's on average but never the same.
   *
   * @param noise standard deviation of a line's margin as a share of it
   */
  static LinePricer pricer(double scale, double noise, long seed) {
    return (cart, book) -> {
      long[] answer = new long[cart.lines().size()];
      Random random = new Random(seed ^ cart.lines().hashCode());
      for (int line = 0; line < answer.length; line++) {
        BookPrice price = book.prices().get(cart.lines().get(line).sku());
        if (price == null) {
          answer[line] = -1;
          continue;
        }
        long floor = price.floor().amountMinor();
        double margin = scale * (price.price().amountMinor() - floor);
        double varied = margin * Math.max(0, 1 + noise * random.nextGaussian());
        // Random rounding: rounding to the nearest would favour one side on small margins.
        answer[line] = floor + (long) Math.floor(varied + random.nextDouble());
      }
      return answer;
    };
  }
}
