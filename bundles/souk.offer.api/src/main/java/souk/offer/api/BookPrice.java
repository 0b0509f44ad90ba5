package souk.offer.api;

import souk.model.Money;

/**
 * Price of one article in a price book.
 *
 * @param price price per unit, greater than zero
 * @param floor the article is never sold below this per unit after all offers; a missing floor is a
 *     refusal at publication, never zero
 */
public record BookPrice(Money price, Money floor) {
  public BookPrice {
    if (price.amountMinor() <= 0 || floor.amountMinor() <= 0 || price.compareTo(floor) < 0) {
      throw new IllegalArgumentException(
          "A price (%s) and its floor (%s) must be greater than 0, and the price not below its floor."
              .formatted(price, floor));
    }
  }
}
