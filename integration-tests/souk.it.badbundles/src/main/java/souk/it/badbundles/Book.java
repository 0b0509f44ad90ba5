package souk.it.badbundles;

import souk.model.Cart;
import souk.offer.api.PriceBook;

/** Honest answers, and the channel on which the strategies of this bundle stop giving them. */
final class Book {
  private static final String CHANNEL = "bad";

  private Book() {}

  static boolean misbehave(Cart cart) {
    return CHANNEL.equals(cart.channel());
  }

  static long[] honest(Cart cart, PriceBook prices) {
    return cart.lines().stream()
        .mapToLong(line -> prices.price(line.sku()).map(p -> p.price().amountMinor()).orElse(-1L))
        .toArray();
  }
}
