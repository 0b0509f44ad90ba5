package souk.offer.coupons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import souk.model.Money;
import souk.model.WaterfallStep;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LineTax;
import souk.offer.api.PaidLine;
import souk.offer.api.QuoteLine;

/** What a quoted order pays per line. */
final class PaidOrder {
  private static final String OFFER = "offer:";

  private PaidOrder() {}

  static List<PaidLine> lines(DetailedQuote quote) {
    Map<String, Money> taxes = new HashMap<>();
    for (LineTax tax : quote.taxes()) {
      taxes.merge(tax.lineId(), tax.tax(), Money::plus);
    }
    List<PaidLine> lines = new ArrayList<>();
    for (QuoteLine line : quote.quote().lines()) {
      Map<String, Money> shares = new HashMap<>();
      for (WaterfallStep step : line.waterfall()) {
        if (step.code().startsWith(OFFER) && !step.amount().isZero()) {
          shares.merge(step.code().substring(OFFER.length()), step.amount().negate(), Money::plus);
        }
      }
      Money none = Money.zero(line.net().currency());
      lines.add(
          new PaidLine(
              line.lineId(),
              line.sku(),
              line.quantity(),
              line.net(),
              taxes.getOrDefault(line.lineId(), none),
              shares));
    }
    return lines;
  }
}
