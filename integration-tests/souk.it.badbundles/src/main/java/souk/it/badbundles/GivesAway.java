package souk.it.badbundles;

import org.osgi.service.component.annotations.Component;
import souk.model.Cart;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** Keeps the contract, but leaves a tenth of the margin to the customer. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=bad-gives-away",
      "souk.version=1.0.0",
      "souk.title=Gives away"
    })
public final class GivesAway implements LinePricer {
  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    return cart.lines().stream()
        .mapToLong(
            line ->
                prices
                    .price(line.sku())
                    .map(
                        p -> {
                          long floor = p.floor().amountMinor();
                          return floor + (p.price().amountMinor() - floor) * 9 / 10;
                        })
                    .orElse(-1L))
        .toArray();
  }
}
