package souk.offer.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Spec;
import souk.model.WaterfallStep;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Benefit;
import souk.offer.api.Offer;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;
import souk.offer.api.RejectedOffer;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.engine.kinds.Benefits;
import souk.offer.engine.kinds.MissTexts;
import souk.offer.lib.compiled.Miss;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;

/** Brings a result of the library into the form of the contract. For one thread, used once. */
final class QuoteAnswer {
  private final CompiledSnapshot snapshot;
  private final Cart cart;
  private final Set<String> audience;
  private final QuoteResult result;
  private final CartReading reading;
  private final ForeignKinds foreign;
  private final List<Reason> notes;
  private final Currency currency;
  private final List<Benefit> benefits = new ArrayList<>(0);

  QuoteAnswer(
      CompiledSnapshot snapshot,
      QuoteRequest request,
      Quoting quoting,
      CartReading reading,
      ForeignKinds foreign,
      List<Reason> notes) {
    this.snapshot = snapshot;
    this.cart = request.cart();
    this.audience = request.audience();
    this.result = quoting.result();
    this.reading = reading;
    this.foreign = foreign;
    this.notes = notes;
    this.currency = cart.currency();
  }

  QuoteResult result() {
    return result;
  }

  /** Gifts, free shipping and points; complete after {@link #quote}. */
  List<Benefit> benefits() {
    return benefits;
  }

  Quote quote(DecisionId id, Instant at, QuoteCalls calls) {
    Money zero = Money.zero(currency);
    List<QuoteLine> lines = new ArrayList<>(result.lines());
    for (int line = 0; line < result.lines(); line++) {
      lines.add(line(line, zero));
    }
    List<AppliedOffer> applied = applied();
    List<RejectedOffer> rejected = rejected(applied);
    notes.addAll(calls.fallbacks());
    return new Quote(
        id,
        snapshot.snapshot().id(),
        at,
        lines,
        money(result.grossTotal()),
        money(result.grossTotal() - result.netTotal()),
        money(result.netTotal()),
        applied,
        rejected,
        notes,
        calls.served());
  }

  private QuoteLine line(int line, Money zero) {
    CartLine from = cart.lines().get(line);
    Money gross = money(result.gross(line));
    List<WaterfallStep> steps = new ArrayList<>(3);
    steps.add(new WaterfallStep("list-price", "Quantity × price", gross));
    for (int k = 0; k < result.appliedCount(); k++) {
      long share = result.share(k, line);
      if (share > 0) {
        Offer offer = snapshot.offer(result.applied(k));
        steps.add(new WaterfallStep("offer:" + offer.id(), offer.name(), money(-share)));
      }
    }
    long net = result.net(line);
    boolean same = steps.size() == 1;
    return new QuoteLine(
        from.lineId(),
        from.sku(),
        from.quantity(),
        money(result.unitPrice(line)),
        gross,
        same ? zero : money(result.gross(line) - net),
        same ? gross : money(net),
        steps);
  }

  private List<AppliedOffer> applied() {
    List<AppliedOffer> applied = new ArrayList<>(result.appliedCount() + result.benefitCount());
    for (int k = 0; k < result.appliedCount(); k++) {
      Offer offer = snapshot.offer(result.applied(k));
      applied.add(new AppliedOffer(offer.id(), offer.name(), money(result.appliedMinor(k))));
      cut(offer, k);
      if (!CompiledSnapshot.builtIn(offer)) {
        benefits.addAll(foreign.benefits(result.applied(k), result.nets()));
      }
    }
    for (int k = 0; k < result.benefitCount(); k++) {
      Offer offer = snapshot.offer(result.benefit(k));
      applied.add(new AppliedOffer(offer.id(), offer.name(), money(0)));
      benefits.add(Benefits.of(offer.id(), offer.effect(), result.benefitAmount(k)));
    }
    return applied;
  }

  private void cut(Offer offer, int k) {
    long cut = result.cutMinor(k);
    if (result.budgetUsedUp(k)) {
      notes.add(
          Reason.of(
              "offer.capped-at-budget",
              "Offer %s gives all that its budget has left.".formatted(offer.id()),
              offer.id()));
    } else if (cut > 0) {
      notes.add(
          Reason.of(
              "offer.capped-at-floor",
              "Offer %s would go below the floor; %s of it was not given."
                  .formatted(offer.id(), money(cut)),
              offer.id(),
              money(cut)));
    }
  }

  private List<RejectedOffer> rejected(List<AppliedOffer> applied) {
    int n = result.rejectedCount();
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int rank = snapshot.set().rank(result.rejected(i));
      int k = i;
      for (; k > 0 && snapshot.set().rank(result.rejected(order[k - 1])) > rank; k--) {
        order[k] = order[k - 1];
      }
      order[k] = i;
    }
    List<RejectedOffer> rejected = new ArrayList<>(n);
    for (int i : order) {
      Offer offer = snapshot.offer(result.rejected(i));
      if (!foreignBenefits(i, offer, applied)) {
        rejected.add(new RejectedOffer(offer.id(), offer.name(), reason(i, offer)));
      }
    }
    return rejected;
  }

  /** An effect of another bundle that takes nothing off, but gives something else. */
  private boolean foreignBenefits(int i, Offer offer, List<AppliedOffer> applied) {
    if (CompiledSnapshot.builtIn(offer) || !result.nothingOff(i) || offer.exclusive()) {
      return false;
    }
    int position = result.rejected(i);
    if (foreign.reason(position, -1) != null) {
      return false;
    }
    List<Benefit> given = foreign.benefits(position, result.nets());
    if (given.isEmpty()) {
      return false;
    }
    benefits.addAll(given);
    applied.add(new AppliedOffer(offer.id(), offer.name(), money(0)));
    return true;
  }

  private Reason reason(int i, Offer offer) {
    int position = result.rejected(i);
    int condition = result.failedCondition(i);
    Miss miss = result.missOf(i);
    if (miss.code().equals("selection.better")) {
      String better = snapshot.offer(result.rival(position)).id();
      return Reason.of(
          miss.code(),
          "It may not stand beside offer %s, which was chosen.".formatted(better),
          better);
    }
    return reason(position, condition, miss, offer);
  }

  /**
   * @param condition that failed; −1 if it is something else
   */
  Reason reason(int position, int condition, Miss miss, Offer offer) {
    Reason foreignReason = foreign.reason(position, condition);
    if (foreignReason != null) {
      return foreignReason;
    }
    if (condition < 0) {
      return MissTexts.figures(miss, cart);
    }
    Spec spec = offer.conditions().get(condition);
    String unusable = unusable(spec);
    return unusable == null
        ? MissTexts.condition(miss, spec, cart, audience)
        : Reason.of(
            unusable, "The coupon cannot be used: %s.".formatted(unusable), spec.text("batch"));
  }

  private @Nullable String unusable(Spec spec) {
    return spec.kind().equals("coupon") && spec.parameters().get("batch") instanceof String batch
        ? reading.unusable().get(batch)
        : null;
  }

  /** Ids of the offers that apply, for whoever looks several up. */
  Set<String> appliedIds(Quote quote) {
    Set<String> ids = new TreeSet<>();
    quote.applied().forEach(offer -> ids.add(offer.offerId()));
    return ids;
  }

  Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }
}
