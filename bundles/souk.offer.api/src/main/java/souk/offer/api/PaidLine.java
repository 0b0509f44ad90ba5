package souk.offer.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import souk.model.Money;
import souk.model.Sku;

/**
 * What was paid for one line of an order; refunds are computed from it.
 *
 * @param lineId unique within the order
 * @param sku the article
 * @param quantity units, greater than zero
 * @param net paid for the line after all offers
 * @param tax contained in the net amount, or on top of it where prices are without tax
 * @param shares what each offer took off this line
 */
public record PaidLine(
    String lineId, Sku sku, BigDecimal quantity, Money net, Money tax, Map<String, Money> shares) {
  public PaidLine {
    LedgerTexts.check("line id", lineId);
    shares = java.util.Collections.unmodifiableMap(new TreeMap<>(shares));
    LedgerTexts.units(lineId, quantity);
    refuseNegative(lineId, "net amount", net);
    refuseNegative(lineId, "tax", tax);
    shares.values().forEach(share -> refuseNegative(lineId, "share of an offer", share));
  }

  private static void refuseNegative(String lineId, String what, Money amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException(
          "Line %s has the %s %s, but it must not be negative.".formatted(lineId, what, amount));
    }
  }
}
