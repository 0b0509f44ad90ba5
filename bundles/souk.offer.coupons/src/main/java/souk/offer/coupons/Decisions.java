package souk.offer.coupons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.offer.api.LedgerException;
import souk.offer.api.Redemption;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;
import souk.offer.coupons.record.Entry;
import souk.offer.coupons.record.Entry.Answer;
import souk.offer.coupons.record.Entry.Closed;
import souk.offer.coupons.record.Entry.Outcome;
import souk.offer.coupons.record.Entry.Refused;
import souk.offer.coupons.record.Entry.Reversed;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.Entry.TakenClaim;
import souk.offer.coupons.record.Hash128;
import souk.offer.coupons.state.Admission;
import souk.offer.coupons.state.CouponUses;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.store.LogException;

/** What becomes of a request. For the writer's thread. */
final class Decisions {
  private Decisions() {}

  /** Gives back what expired until now. */
  static void expire(Group group) throws LogException {
    for (long seq = group.state().expired(group.now());
        seq >= 0;
        seq = group.state().expired(group.now())) {
      group.add(new Closed(seq, Outcome.EXPIRED, group.now()));
    }
  }

  /**
   * Takes claims.
   *
   * @param ttlMillis how long a reservation lasts, or 0 for a final redemption
   */
  static Redemption take(Group group, Prepared wanted, long ttlMillis) throws LogException {
    Entry earlier = earlier(group, wanted.key(), wanted.content());
    if (earlier instanceof Taken taken) {
      return Answers.first(group.state(), group.state().answered(wanted.key()), taken, true);
    }
    LedgerState state = group.state();
    Optional<Admission.Obstacle> obstacle =
        new Admission(state).obstacle(wanted.claims(), wanted.customer(), wanted.atMillis());
    if (obstacle.isPresent()) {
      throw refuse(group, wanted.key(), wanted.content(), obstacle.get());
    }
    Taken taken =
        new Taken(
            wanted.key(),
            wanted.content(),
            ttlMillis > 0,
            wanted.orderId(),
            wanted.customer(),
            group.now(),
            ttlMillis > 0 ? group.now() + ttlMillis : 0,
            withBatches(state, wanted.claims()),
            wanted.paid());
    return Answers.first(state, group.add(taken), taken, false);
  }

  private static List<TakenClaim> withBatches(LedgerState state, List<TakenClaim> claims) {
    List<TakenClaim> all = new ArrayList<>(claims.size());
    for (TakenClaim c : claims) {
      int batch = state.coupon(c.coupon()).map(CouponUses::batch).orElse(-1);
      all.add(
          new TakenClaim(
              c.offerId(),
              c.amountMinor(),
              c.currency(),
              c.coupon(),
              batch,
              c.total(),
              c.perCustomer(),
              c.budgetMinor()));
    }
    return all;
  }

  /** The entry that answered the key before; null if there is none. */
  private static @Nullable Entry earlier(Group group, Hash128 key, Hash128 content)
      throws LogException {
    long seq = group.state().answered(key);
    if (seq < 0) {
      return null;
    }
    if (!(group.entry(seq) instanceof Answer answer) || !answer.content().equals(content)) {
      throw Answers.conflict();
    }
    if (answer instanceof Refused refused) {
      throw new LedgerException(refused.code(), refused.text());
    }
    return answer;
  }

  private static LedgerException refuse(
      Group group, Hash128 key, Hash128 content, Admission.Obstacle why) throws LogException {
    group.add(new Refused(key, content, group.now(), why.code(), why.text()));
    return new LedgerException(why.code(), why.text());
  }

  static Redemption commit(Group group, String id) throws LogException {
    long seq = Answers.seq(id);
    Taken taken = taken(group, id, seq);
    Optional<Outcome> outcome = group.state().outcome(seq);
    if (taken.reserved() && outcome.isEmpty()) {
      group.add(new Closed(seq, Outcome.COMMITTED, group.now()));
    } else if (outcome.isPresent() && outcome.get() != Outcome.COMMITTED) {
      throw ended(id, outcome.get());
    }
    return Answers.now(group, seq, taken);
  }

  static Redemption release(Group group, String id) throws LogException {
    long seq = Answers.seq(id);
    Taken taken = taken(group, id, seq);
    Optional<Outcome> outcome = group.state().outcome(seq);
    if (!taken.reserved() || outcome.filter(o -> o == Outcome.COMMITTED).isPresent()) {
      throw new LedgerException(
          "reservation.committed",
          "Redemption %s is final and cannot be released.%nMaybe reverse it.".formatted(id));
    }
    if (outcome.isEmpty()) {
      group.add(new Closed(seq, Outcome.RELEASED, group.now()));
    }
    return Answers.now(group, seq, taken);
  }

  static Reversal reverse(Group group, ReversalRequest request, Hash128 key, Hash128 content)
      throws LogException {
    Entry earlier = earlier(group, key, content);
    if (earlier instanceof Reversed reversed) {
      return Answers.reversal(group.state().answered(key), reversed, true);
    }
    try {
      long seq = Answers.seq(request.redemptionId());
      Taken taken = taken(group, request.redemptionId(), seq);
      refuseUnlessCommitted(group, request.redemptionId(), seq, taken);
      Reversed reversed =
          Answers.plan(group, seq, taken).plan(request, key, content, seq, group.now());
      return Answers.reversal(group.add(reversed), reversed, false);
    } catch (LedgerException e) {
      throw refuse(
          group, key, content, new Admission.Obstacle(e.code(), String.valueOf(e.getMessage())));
    }
  }

  private static void refuseUnlessCommitted(Group group, String id, long seq, Taken taken) {
    Optional<Outcome> outcome = group.state().outcome(seq);
    boolean committed =
        !taken.reserved() || outcome.filter(o -> o == Outcome.COMMITTED).isPresent();
    if (!committed) {
      throw new LedgerException(
          "redemption.not-committed",
          "Redemption %s is %s; only what was committed can be reversed.%nMaybe release it."
              .formatted(id, outcome.map(Enum::toString).orElse("RESERVED")));
    }
  }

  static Optional<Redemption> find(Group group, long seq) throws LogException {
    return seq > 0 && group.entry(seq) instanceof Taken taken
        ? Optional.of(Answers.now(group, seq, taken))
        : Optional.empty();
  }

  private static Taken taken(Group group, String id, long seq) throws LogException {
    if (seq > 0 && group.entry(seq) instanceof Taken taken) {
      return taken;
    }
    throw Answers.unknown(id);
  }

  private static LedgerException ended(String id, Outcome outcome) {
    return outcome == Outcome.EXPIRED
        ? new LedgerException(
            "reservation.expired",
            "Reservation %s has expired, and what it held was given back.%nMaybe redeem the order anew."
                .formatted(id))
        : new LedgerException("reservation.released", "Reservation %s was released.".formatted(id));
  }
}
