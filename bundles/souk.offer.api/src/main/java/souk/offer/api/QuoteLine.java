package souk.offer.api;

import java.math.BigDecimal;
import java.util.List;
import souk.model.Money;
import souk.model.Sku;
import souk.model.WaterfallStep;

/**
 * One line of a quote.
 *
 * @param lineId line of the cart
 * @param sku the article
 * @param quantity units
 * @param unitPrice price per unit before offers
 * @param gross quantity × unit price, rounded half-even once
 * @param discount sum of the offers' shares; at least zero
 * @param net gross − discount; never below the floor
 * @param waterfall from gross to net; sums exactly
 */
public record QuoteLine(
    String lineId,
    Sku sku,
    BigDecimal quantity,
    Money unitPrice,
    Money gross,
    Money discount,
    Money net,
    List<WaterfallStep> waterfall) {
  public QuoteLine {
    waterfall = List.copyOf(waterfall);
  }
}
