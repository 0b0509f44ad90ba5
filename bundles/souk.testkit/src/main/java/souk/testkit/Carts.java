package souk.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.Sku;
import souk.offer.spi.OfferContext;

/** Small carts for contract tests of the offer room. */
public final class Carts {
  /** Currency of all carts here. */
  public static final Currency GBP = Currency.getInstance("GBP");

  private Carts() {}

  /** Lines of the articles {@code S0}, {@code S1}, …, a half unit of each third one. */
  public static Cart of(int lines) {
    Cart.Builder cart = Cart.builder(GBP);
    for (int i = 0; i < lines; i++) {
      BigDecimal quantity = i % 3 == 2 ? new BigDecimal("0.5") : BigDecimal.valueOf(1 + i % 4);
      cart.line(new CartLine("L" + i, new Sku("S" + i), quantity));
    }
    return cart.build();
  }

  /**
   * A context in which line {@code i} has the gross amount {@code gross[i]}.
   *
   * @param gross minor units per line; as many lines as amounts
   * @param audience tags of the customer
   */
  public static OfferContext context(long[] gross, Set<String> audience) {
    Cart cart = of(gross.length);
    return new OfferContext() {
      @Override
      public Cart cart() {
        return cart;
      }

      @Override
      public Instant at() {
        return Instant.parse("2026-01-01T00:00:00Z");
      }

      @Override
      public Set<String> audience() {
        return audience;
      }

      @Override
      public long grossMinor(int line) {
        return gross[line];
      }

      @Override
      public long grossTotalMinor() {
        return java.util.Arrays.stream(gross).sum();
      }
    };
  }
}
