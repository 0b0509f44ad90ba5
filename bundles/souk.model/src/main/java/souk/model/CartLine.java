package souk.model;

import java.math.BigDecimal;

/**
 * One article in a cart.
 *
 * @param lineId unique within the cart
 * @param sku the article
 * @param quantity units, greater than zero, at most 1,000,000 and scale at most 6
 */
public record CartLine(String lineId, Sku sku, BigDecimal quantity) {
  private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

  public CartLine {
    Keys.check("line id", lineId);
    if (quantity.signum() <= 0 || quantity.compareTo(MAX) > 0 || quantity.scale() > 6) {
      throw new IllegalArgumentException(
          "Line %s has quantity %s, but it must be greater than 0, at most %s and have at most 6 decimals."
              .formatted(lineId, quantity, MAX));
    }
  }
}
