package souk.trust.approval;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.data.api.Costs;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.UnitCost;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.trust.api.TrustException;

/** Makes price books: list prices, then the changes of a plan on top. */
final class PriceBooks {
  private final SalesHistory sales;
  private final Costs costs;

  PriceBooks(SalesHistory sales, Costs costs) {
    this.sales = sales;
    this.costs = costs;
  }

  /**
   * List prices of all articles, under what is in force already. An article whose loaded cost is
   * not positive has no floor and is left out.
   *
   * @throws TrustException if nothing is loaded
   */
  PriceBook listPrices(Optional<PriceBook> inForce) {
    Currency currency =
        inForce
            .map(PriceBook::currency)
            .or(sales::currency)
            .orElseThrow(
                () ->
                    new TrustException(
                        "publication.nothing-loaded",
                        "There are no prices to publish, because no sales are loaded.\n"
                            + "Maybe load a file first."));
    Map<Sku, BookPrice> prices = new HashMap<>();
    for (Item item : sales.items(SalesQuery.all())) {
      item.listPrice()
          .filter(price -> price.amountMinor() > 0 && price.currency().equals(currency))
          .flatMap(price -> bookPrice(item.sku(), price))
          .ifPresent(price -> prices.put(item.sku(), price));
    }
    inForce.ifPresent(book -> prices.putAll(book.prices()));
    if (prices.isEmpty()) {
      throw new TrustException(
          "publication.nothing-loaded",
          "No article has a price in %s that could be published.%nMaybe the loaded file has no prices."
              .formatted(currency.getCurrencyCode()));
    }
    return new PriceBook(currency, prices);
  }

  private Optional<BookPrice> bookPrice(Sku sku, Money price) {
    UnitCost cost = costs.unitCost(sku, price);
    if (cost.amount().amountMinor() <= 0 && !cost.assumed()) {
      return Optional.empty();
    }
    return Optional.of(new BookPrice(price, floor(price, cost.amount())));
  }

  /** The unit cost, but at least one minor unit and at most the price itself. */
  private static Money floor(Money price, Money cost) {
    long minor = Math.min(price.amountMinor(), Math.max(1, cost.amountMinor()));
    return Money.ofMinor(minor, price.currency());
  }

  /**
   * The book with a plan's changed prices, articles held out left as they are.
   *
   * @throws TrustException if a changed article has another price than the plan was made from
   */
  PriceBook withPlan(PriceBook book, Plan plan, Set<Sku> heldOut) {
    Map<Sku, BookPrice> prices = new HashMap<>(book.prices());
    for (PriceLine line : plan.priceLines()) {
      if (!line.changed() || heldOut.contains(line.sku())) {
        continue;
      }
      BookPrice present = prices.get(line.sku());
      if (present == null || !present.price().equals(line.current())) {
        throw new TrustException(
            "publication.stale",
            "Plan %s was made when %s cost %s, but its price in force is %s.%nMaybe another plan was published since; propose a new plan."
                .formatted(
                    plan.id(),
                    line.sku(),
                    line.current(),
                    present == null ? "not set" : present.price()));
      }
      if (line.unitCost().amountMinor() <= 0) {
        throw new TrustException(
            "publication.missing-floor",
            "The price of %s has no floor: its unit cost is %s.%nMaybe load its cost first."
                .formatted(line.sku(), line.unitCost()));
      }
      prices.put(
          line.sku(), new BookPrice(line.proposed(), floor(line.proposed(), line.unitCost())));
    }
    return new PriceBook(book.currency(), prices);
  }
}
