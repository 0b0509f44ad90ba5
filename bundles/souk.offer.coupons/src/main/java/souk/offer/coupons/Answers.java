package souk.offer.coupons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.model.Money;
import souk.offer.api.LedgerException;
import souk.offer.api.Redemption;
import souk.offer.api.Redemption.Part;
import souk.offer.api.Redemption.State;
import souk.offer.api.Reversal;
import souk.offer.coupons.record.Entry.Back;
import souk.offer.coupons.record.Entry.BackLine;
import souk.offer.coupons.record.Entry.Outcome;
import souk.offer.coupons.record.Entry.Reversed;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.Entry.TakenClaim;
import souk.offer.coupons.state.Batch;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.state.ReversalPlan;
import souk.offer.coupons.store.LogException;

/** Turns entries into answers. */
final class Answers {
  private static final String REDEMPTION = "R";
  private static final String REVERSAL = "V";

  private Answers() {}

  /** Number of the entry that an id names, or −1. */
  static long seq(String id) {
    if (!id.matches(REDEMPTION + "[1-9][0-9]{0,17}")) {
      return -1;
    }
    return Long.parseLong(id.substring(1));
  }

  static String id(long seq) {
    return REDEMPTION + seq;
  }

  /** The first answer to a request. */
  static Redemption first(LedgerState state, long seq, Taken taken, boolean replayed) {
    return redemption(
        state,
        seq,
        taken,
        taken.reserved() ? State.RESERVED : State.COMMITTED,
        new long[taken.claims().size()],
        replayed);
  }

  /**
   * What became of a redemption.
   *
   * @param outcome how a reservation ended
   * @param reversals what came back, in order
   */
  record Fate(Optional<Outcome> outcome, List<Reversed> reversals) {}

  static Fate fate(Group group, long seq) throws LogException {
    List<Reversed> reversals = new ArrayList<>();
    for (long reversal : group.state().reversals(seq)) {
      if (group.entry(reversal) instanceof Reversed one) {
        reversals.add(one);
      }
    }
    return new Fate(group.state().outcome(seq), reversals);
  }

  /** A redemption as it is now. */
  static Redemption now(Group group, long seq, Taken taken) throws LogException {
    return now(group.state(), seq, taken, fate(group, seq));
  }

  /** May be asked by any thread. */
  static Redemption now(LedgerState ledger, long seq, Taken taken, Fate fate) {
    State state =
        taken.reserved() ? fate.outcome().map(Answers::of).orElse(State.RESERVED) : State.COMMITTED;
    if (fate.reversals().isEmpty()) {
      return redemption(ledger, seq, taken, state, new long[taken.claims().size()], false);
    }
    ReversalPlan plan = new ReversalPlan(taken, fate.reversals());
    if (state == State.COMMITTED) {
      state = plan.exhausted() ? State.REVERSED : State.PARTLY_REVERSED;
    }
    return redemption(ledger, seq, taken, state, plan.backMinor(), false);
  }

  /** What can still be given back. */
  static ReversalPlan plan(Group group, long seq, Taken taken) throws LogException {
    return new ReversalPlan(taken, fate(group, seq).reversals());
  }

  private static State of(Outcome outcome) {
    return switch (outcome) {
      case COMMITTED -> State.COMMITTED;
      case RELEASED -> State.RELEASED;
      case EXPIRED -> State.EXPIRED;
    };
  }

  private static Redemption redemption(
      LedgerState ledger, long seq, Taken taken, State state, long[] back, boolean replayed) {
    List<Part> parts = new ArrayList<>(taken.claims().size());
    for (int i = 0; i < back.length; i++) {
      TakenClaim claim = taken.claims().get(i);
      Batch batch = claim.batch() < 0 ? null : ledger.batch(claim.batch());
      parts.add(
          new Part(
              claim.offerId(),
              Money.ofMinor(claim.amountMinor(), claim.currency()),
              Money.ofMinor(back[i], claim.currency()),
              Optional.ofNullable(batch).map(Batch::id)));
    }
    Redemption.Builder answer =
        Redemption.builder(
                id(seq), taken.orderId(), state, Instant.ofEpochMilli(taken.recordedMillis()))
            .parts(parts)
            .lines(taken.lines(), taken.paid().taxIncluded())
            .replayed(replayed);
    if (taken.reserved()) {
      answer.expiresAt(Instant.ofEpochMilli(taken.expiresMillis()));
    }
    return answer.build();
  }

  static Reversal reversal(long seq, Reversed reversed, boolean replayed) {
    Map<String, Money> amounts = new TreeMap<>();
    boolean uses = false;
    for (Back back : reversed.backs()) {
      amounts.merge(
          back.offerId(), Money.ofMinor(back.amountMinor(), back.currency()), Money::plus);
      uses |= back.use() || back.coupon().present();
    }
    List<Reversal.Line> lines = new ArrayList<>();
    Money refund = null;
    for (BackLine line : reversed.lines()) {
      Money net = Money.ofMinor(line.netMinor(), line.currency());
      Money tax = Money.ofMinor(line.taxMinor(), line.currency());
      lines.add(new Reversal.Line(line.lineId(), line.quantity(), net, tax));
      Money paid = reversed.taxIncluded() ? net : net.plus(tax);
      refund = refund == null ? paid : refund.plus(paid);
    }
    Reversal.Builder answer =
        Reversal.builder(
                REVERSAL + seq,
                id(reversed.redemption()),
                Instant.ofEpochMilli(reversed.recordedMillis()))
            .lines(lines)
            .amounts(amounts)
            .usesGivenBack(uses)
            .replayed(replayed);
    if (refund != null) {
      answer.refund(refund);
    }
    return answer.build();
  }

  static LedgerException unknown(String id) {
    return new LedgerException(
        "reservation.unknown",
        "The ledger has no redemption %s.%nMaybe it was made by another shop's ledger."
            .formatted(id.length() > 40 ? id.substring(0, 40) + "…" : id));
  }

  static LedgerException conflict() {
    return new LedgerException(
        LedgerException.KEY_CONFLICT,
        "This idempotency key was used for a request with another content.%nMaybe the caller reuses keys: each order needs its own, and only a repeated request the same.");
  }
}
