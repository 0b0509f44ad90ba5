package souk.offer.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.model.Cart;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;
import souk.offer.api.RejectedOffer;
import souk.offer.engine.compiled.CartContext;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.engine.compiled.CompiledSnapshot.Considered;
import souk.offer.spi.Candidate;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionProblem;

/** One quote: one snapshot, one instant, one session. For one thread, used once. */
final class QuoteRun {
  private static final int[] NONE = {};

  private final CompiledSnapshot snapshot;
  private final QuoteCalls calls;
  private final Cart cart;
  private final Instant at;
  private final List<Reason> notes = new ArrayList<>();
  private final List<RejectedOffer> rejected = new ArrayList<>();

  QuoteRun(CompiledSnapshot snapshot, QuoteCalls calls, Cart cart, Instant at) {
    this.snapshot = snapshot;
    this.calls = calls;
    this.cart = cart;
    this.at = at;
  }

  Quote quote(QuoteRequest request, DecisionId id) {
    long[] prices = calls.unitPrices(cart, snapshot.prices());
    CartContext context = context(request, prices);
    List<Offer> offers = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Considered considered : snapshot.consider(context, calls)) {
      Offer offer = considered.offer();
      Reason rejection = considered.outcome().rejection();
      if (rejection != null) {
        rejected.add(new RejectedOffer(offer.id(), offer.name(), rejection));
        continue;
      }
      offers.add(offer);
      candidates.add(
          new Candidate(
              offer.id(),
              offer.priority(),
              offer.stackingGroup(),
              offer.exclusive(),
              considered.outcome().discountsMinor()));
    }
    SelectionProblem problem = new SelectionProblem(candidates, context.gross(), context.floors());
    int[] chosen = candidates.isEmpty() ? NONE : select(problem);
    rejectOthers(offers, candidates, chosen);
    QuoteAssembly assembly = new QuoteAssembly(cart, prices, problem, notes);
    for (int k : chosen) {
      assembly.apply(offers.get(k), candidates.get(k).discountsMinor());
    }
    notes.addAll(calls.fallbacks());
    return assembly.quote(id, snapshot.snapshot().id(), at, rejected, calls.served());
  }

  private CartContext context(QuoteRequest request, long[] prices) {
    long[] floors = new long[prices.length];
    List<String> unknown = new ArrayList<>();
    for (int line = 0; line < prices.length; line++) {
      Sku sku = cart.lines().get(line).sku();
      BookPrice price = snapshot.prices().prices().get(sku);
      if (prices[line] == -1 || price == null) {
        unknown.add(sku.value());
      } else {
        floors[line] = price.floor().amountMinor();
      }
    }
    if (!unknown.isEmpty()) {
      throw new QuoteException(
          "quote.unknown-sku",
          "%s has no price in snapshot %s.%nMaybe it is misspelt, or its price was not published."
              .formatted(
                  String.join(", ", unknown.subList(0, Math.min(10, unknown.size()))),
                  snapshot.snapshot().id()));
    }
    try {
      return new CartContext(cart, at, request.audience(), prices, floors);
    } catch (ArithmeticException large) {
      throw new QuoteException(
          "quote.amount-too-large",
          "The amount of the cart does not fit.%nMaybe a quantity is wrong.".formatted());
    }
  }

  private int[] select(SelectionProblem problem) {
    Selection selection = calls.select(problem);
    if (!selection.optimal()) {
      Money bound = Money.ofMinor(selection.boundMinor(), cart.currency());
      notes.add(
          Reason.of(
              "selection.not-proven",
              "The search for the best combination ended early; none takes off more than %s."
                  .formatted(bound),
              bound));
    }
    return selection.chosen();
  }

  private void rejectOthers(List<Offer> offers, List<Candidate> candidates, int[] chosen) {
    boolean[] taken = new boolean[offers.size()];
    for (int k : chosen) {
      taken[k] = true;
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        rejected.add(
            new RejectedOffer(
                offers.get(i).id(), offers.get(i).name(), notChosen(candidates, i, chosen)));
      }
    }
  }

  private static Reason notChosen(List<Candidate> candidates, int rejected, int[] chosen) {
    for (int k : chosen) {
      Candidate better = candidates.get(k);
      if (Complaints.clash(better, candidates.get(rejected)).isPresent()) {
        return Reason.of(
            "selection.better",
            "It may not stand beside offer %s, which was chosen.".formatted(better.offerId()),
            better.offerId());
      }
    }
    return Reason.of("selection.not-chosen", "The selection policy did not choose it.");
  }
}
