package souk.offer.engine;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Each article costs what the price book says. */
@Component(
    service = LinePricer.class,
    property = {
      "souk.role=LinePricer",
      "souk.strategy=price-book",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Price book"
    })
public final class PriceBookPricer implements LinePricer {
  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    long[] answer = new long[cart.lines().size()];
    for (int line = 0; line < answer.length; line++) {
      BookPrice price = prices.prices().get(cart.lines().get(line).sku());
      answer[line] = price == null ? -1 : price.price().amountMinor();
    }
    return answer;
  }
}
