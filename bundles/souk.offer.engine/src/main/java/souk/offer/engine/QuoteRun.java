package souk.offer.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.BooleanSupplier;
import souk.model.Cart;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.offer.api.DetailedQuote;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.Foreign;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Uses;
import souk.offer.spi.Selection;

/** One quote: one snapshot, one instant, one session. For one thread, used once. */
final class QuoteRun {
  private static final int[] NONE = {};

  private final CompiledSnapshot snapshot;
  private final QuoteCalls calls;
  private final LedgerLook ledger;
  private final Workplace.Pool workplaces;
  private final Cart cart;
  private final Instant at;
  private final List<Reason> notes = new ArrayList<>(2);

  QuoteRun(
      CompiledSnapshot snapshot,
      QuoteCalls calls,
      LedgerLook ledger,
      Workplace.Pool workplaces,
      Cart cart,
      Instant at) {
    this.snapshot = snapshot;
    this.calls = calls;
    this.ledger = ledger;
    this.workplaces = workplaces;
    this.cart = cart;
    this.at = at;
  }

  static void checkCurrency(Cart cart, CompiledSnapshot compiled) {
    if (!cart.currency().equals(compiled.prices().currency())) {
      throw new QuoteException(
          "quote.wrong-currency",
          "The cart is in %s, but prices are published in %s."
              .formatted(
                  cart.currency().getCurrencyCode(),
                  compiled.prices().currency().getCurrencyCode()));
    }
  }

  Quote quote(QuoteRequest request, DecisionId id) {
    return detail(request, id, false, false).quote();
  }

  /**
   * @param detailed true for benefits, taxes and claims
   * @param explained true for a finding on every offer
   */
  DetailedQuote detail(QuoteRequest request, DecisionId id, boolean detailed, boolean explained) {
    long[] prices = calls.unitPrices(cart, snapshot.prices());
    Workplace workplace = workplaces.take();
    CartReading reading = new CartReading(snapshot, cart, at);
    reading.into(workplace.input, request, prices, ledger);
    Quoting quoting = workplace.quoting;
    ForeignKinds foreign =
        new ForeignKinds(
            snapshot,
            calls,
            cart,
            request.audience(),
            reading.usable().keySet(),
            at,
            quoting.result());
    boolean chosen = begin(workplace, foreign);
    if (quoting.candidates() > 0) {
      EngineChoices choices =
          new EngineChoices(
              quoting,
              chosen,
              snapshot.set(),
              () -> replica(request, prices, foreign.remembered()));
      Selection selection = select(choices);
      noteBound(selection);
      apply(quoting, chosen, workplace.input, foreign, selection.chosen());
      workplace.byPriority = choices.askedByPriority();
    } else if (!chosen) {
      quoting.choose(NONE, 0);
    }
    QuoteAnswer answer = new QuoteAnswer(snapshot, request, quoting, reading, foreign, notes);
    Quote quote = answer.quote(id, at, calls);
    DetailedQuote.Builder all = DetailedQuote.builder(quote);
    if (detailed) {
      new QuoteDetails(snapshot, answer, quote, quoting, reading).into(all, explained);
    }
    workplaces.giveBack(workplace);
    return all.build();
  }

  private Selection select(EngineChoices choices) {
    try {
      return calls.select(choices);
    } finally {
      choices.close();
    }
  }

  /** Nothing is to be done if it is what was chosen by priority. */
  private void apply(
      Quoting quoting, boolean chosen, CartInput input, Foreign foreign, int[] selected) {
    NumberedCandidates known = new NumberedCandidates(quoting, snapshot.set());
    if (chosen && Arrays.equals(known.chosen(), selected)) {
      return;
    }
    if (chosen) {
      evaluate(quoting, input, foreign);
      known = new NumberedCandidates(quoting, snapshot.set());
    }
    int[] slots = known.slots(selected);
    quoting.choose(slots, slots.length);
  }

  /**
   * Finds the candidates; chooses by priority at once if the policy did that was asked before. It
   * is asked again, and may choose otherwise; kinds of other bundles would be asked twice then.
   */
  private boolean begin(Workplace workplace, Foreign foreign) {
    if (!workplace.byPriority || snapshot.set().foreign()) {
      evaluate(workplace.quoting, workplace.input, foreign);
      return false;
    }
    return exactly(
        () -> workplace.quoting.chooseByPriority(snapshot.set(), workplace.input, uses(), foreign));
  }

  private Uses uses() {
    return offer -> ledger.left(snapshot.offer(offer), cart.customer());
  }

  private void evaluate(Quoting quoting, CartInput input, Foreign foreign) {
    exactly(
        () -> {
          quoting.evaluate(snapshot.set(), input, uses(), foreign);
          return true;
        });
  }

  private static boolean exactly(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (ArithmeticException large) {
      throw new QuoteException(
          "quote.amount-too-large",
          "The amount of the cart does not fit.%nMaybe a quantity is wrong.".formatted());
    }
  }

  /** The same candidates in memory of their own. */
  private Quoting replica(QuoteRequest request, long[] prices, Foreign remembered) {
    CartInput input = new CartInput();
    new CartReading(snapshot, cart, at).into(input, request, prices, ledger);
    Quoting fresh = new Quoting();
    evaluate(fresh, input, remembered);
    return fresh;
  }

  private void noteBound(Selection selection) {
    if (!selection.optimal()) {
      Currency currency = cart.currency();
      Money bound = Money.ofMinor(selection.boundMinor(), currency);
      notes.add(
          Reason.of(
              "selection.not-proven",
              "The search for the best combination ended early; none takes off more than %s."
                  .formatted(bound),
              bound));
    }
  }
}
