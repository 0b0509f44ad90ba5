package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BookPrice;

/** Prices as rows of number, price and floor in minor units. */
final class PriceRows {
  private PriceRows() {}

  static void write(Map<Sku, BookPrice> prices, ArrayNode list) {
    prices.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            e ->
                list.addArray()
                    .add(e.getKey().value())
                    .add(e.getValue().price().amountMinor())
                    .add(e.getValue().floor().amountMinor()));
  }

  static Map<Sku, BookPrice> read(JsonNode list, Currency currency) {
    Map<Sku, BookPrice> prices = new HashMap<>();
    for (JsonNode entry : list) {
      prices.put(
          new Sku(entry.required(0).textValue()),
          new BookPrice(
              Money.ofMinor(entry.required(1).longValue(), currency),
              Money.ofMinor(entry.required(2).longValue(), currency)));
    }
    return prices;
  }
}
