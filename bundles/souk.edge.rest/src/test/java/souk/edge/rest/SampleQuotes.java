package souk.edge.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.kernel.api.StrategyRef;
import souk.model.CartLine;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;

/** Quotes in which everything costs one major unit. */
final class SampleQuotes {
  private SampleQuotes() {}

  static Quote of(QuoteRequest request) {
    Money price = Money.ofMinor(100, request.cart().currency());
    Money none = Money.zero(request.cart().currency());
    Money sum = none;
    List<QuoteLine> lines = new ArrayList<>();
    for (CartLine line : request.cart().lines()) {
      Money gross = price.times(line.quantity());
      sum = sum.plus(gross);
      lines.add(
          new QuoteLine(
              line.lineId(),
              line.sku(),
              line.quantity(),
              price,
              gross,
              none,
              gross,
              List.of(new WaterfallStep("list-price", "Price", gross))));
    }
    return new Quote(
        new DecisionId("D-1"),
        new SnapshotId("S-1"),
        request.at().orElse(Instant.parse("2026-01-01T00:00:00Z")),
        lines,
        sum,
        none,
        sum,
        List.of(),
        List.of(),
        List.of(),
        List.of(new StrategyRef("LinePricer", "price-book", "1.0.0")));
  }
}
