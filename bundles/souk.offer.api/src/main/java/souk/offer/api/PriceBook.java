package souk.offer.api;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import souk.model.Sku;

/**
 * The published prices of one currency; a part of a snapshot.
 *
 * @param currency of all prices
 * @param prices per article
 */
public record PriceBook(Currency currency, Map<Sku, BookPrice> prices) {
  public PriceBook {
    prices = Map.copyOf(prices);
    for (Map.Entry<Sku, BookPrice> entry : prices.entrySet()) {
      if (!entry.getValue().price().currency().equals(currency)
          || !entry.getValue().floor().currency().equals(currency)) {
        throw new IllegalArgumentException(
            "The price of %s is %s, but the price book is in %s."
                .formatted(entry.getKey(), entry.getValue().price(), currency.getCurrencyCode()));
      }
    }
  }

  public Optional<BookPrice> price(Sku sku) {
    return Optional.ofNullable(prices.get(sku));
  }
}
