package souk.offer.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import souk.kernel.api.StrategyRef;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Offer;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.RejectedOffer;
import souk.offer.spi.SelectionProblem;

/**
 * Takes the chosen offers off the lines, in order, never below a line's floor, and keeps the
 * waterfall of each line. For one thread, used once.
 */
final class QuoteAssembly {
  private final Cart cart;
  private final Currency currency;
  private final long[] unitPrices;
  private final long[] gross;
  private final long[] room;
  private final long[] discount;
  private final List<List<WaterfallStep>> waterfalls;
  private final List<AppliedOffer> applied = new ArrayList<>();
  private final List<Reason> notes;

  QuoteAssembly(Cart cart, long[] unitPrices, SelectionProblem problem, List<Reason> notes) {
    this.cart = cart;
    this.currency = cart.currency();
    this.unitPrices = unitPrices;
    this.gross = problem.grossMinor();
    this.room = new long[gross.length];
    this.discount = new long[gross.length];
    this.waterfalls = new ArrayList<>(gross.length);
    this.notes = notes;
    for (int line = 0; line < gross.length; line++) {
      room[line] = gross[line] - problem.floorMinor()[line];
      List<WaterfallStep> steps = new ArrayList<>(3);
      steps.add(new WaterfallStep("list-price", "Quantity × price", money(gross[line])));
      waterfalls.add(steps);
    }
  }

  void apply(Offer offer, long[] wanted) {
    long given = 0;
    long cut = 0;
    for (int line = 0; line < gross.length; line++) {
      long share = Math.min(room[line], wanted[line]);
      room[line] -= share;
      given += share;
      cut += wanted[line] - share;
      if (share > 0) {
        discount[line] += share;
        waterfalls
            .get(line)
            .add(new WaterfallStep("offer:" + offer.id(), offer.name(), money(-share)));
      }
    }
    applied.add(new AppliedOffer(offer.id(), offer.name(), money(given)));
    if (cut > 0) {
      notes.add(
          Reason.of(
              "offer.capped-at-floor",
              "Offer %s would go below the floor; %s of it was not given."
                  .formatted(offer.id(), money(cut)),
              offer.id(),
              money(cut)));
    }
  }

  Quote quote(
      DecisionId id,
      SnapshotId snapshot,
      Instant at,
      List<RejectedOffer> rejected,
      List<StrategyRef> served) {
    List<QuoteLine> lines = new ArrayList<>(gross.length);
    long grossTotal = 0;
    long discountTotal = 0;
    for (int line = 0; line < gross.length; line++) {
      CartLine from = cart.lines().get(line);
      grossTotal += gross[line];
      discountTotal += discount[line];
      lines.add(
          new QuoteLine(
              from.lineId(),
              from.sku(),
              from.quantity(),
              money(unitPrices[line]),
              money(gross[line]),
              money(discount[line]),
              money(gross[line] - discount[line]),
              waterfalls.get(line)));
    }
    return new Quote(
        id,
        snapshot,
        at,
        lines,
        money(grossTotal),
        money(discountTotal),
        money(grossTotal - discountTotal),
        applied,
        rejected,
        notes,
        served);
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }
}
