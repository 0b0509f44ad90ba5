package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.model.Cart;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** What every {@link LinePricer} must keep. Extend it and give the strategy. */
public abstract class LinePricerContract {
  /** The strategy under test; may be a new one each time. */
  protected abstract LinePricer subject();

  @Test
  protected void onePricePerLineNeverBelowTheFloorOfTheBook() {
    for (String code : new String[] {"GBP", "JPY", "KWD"}) {
      Currency currency = Currency.getInstance(code);
      PriceBook prices = book(currency, 30);
      Cart cart = cart(currency, 30);
      long[] answer = subject().unitPricesMinor(cart, prices);
      assertEquals(30, answer.length);
      for (int line = 0; line < answer.length; line++) {
        long floor = prices.price(cart.lines().get(line).sku()).orElseThrow().floor().amountMinor();
        assertTrue(answer[line] >= floor && answer[line] <= 1_000_000_000_000L);
      }
    }
  }

  @Test
  protected void anArticleWithoutAPriceIsMinusOne() {
    PriceBook prices = book(Carts.GBP, 1);
    Cart cart = Cart.builder(Carts.GBP).line(new Sku("unknown"), 1).build();
    assertArrayEquals(new long[] {-1}, subject().unitPricesMinor(cart, prices));
  }

  @Test
  protected void sameCartSameAnswerFromEightThreads() {
    LinePricer shared = subject();
    PriceBook prices = book(Carts.GBP, 40);
    Cart cart = cart(Carts.GBP, 40);
    long[] expected = shared.unitPricesMinor(cart, prices);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.unitPricesMinor(cart, prices))
        .toList()
        .forEach(answer -> assertArrayEquals(expected, answer));
  }

  private static PriceBook book(Currency currency, int articles) {
    Map<Sku, BookPrice> prices = new HashMap<>();
    for (int i = 0; i < articles; i++) {
      prices.put(
          new Sku("S" + i),
          new BookPrice(
              Money.ofMinor(100 + 7L * i, currency), Money.ofMinor(60 + 2L * i, currency)));
    }
    return new PriceBook(currency, prices);
  }

  private static Cart cart(Currency currency, int lines) {
    Cart.Builder cart = Cart.builder(currency);
    for (int i = 0; i < lines; i++) {
      cart.line(new Sku("S" + i), 1 + i % 5);
    }
    return cart.build();
  }
}
