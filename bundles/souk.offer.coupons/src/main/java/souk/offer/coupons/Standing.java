package souk.offer.coupons;

import org.jspecify.annotations.Nullable;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.LedgerStatus.Difference;
import souk.offer.api.LedgerStatus.State;
import souk.offer.coupons.state.LedgerState;

/**
 * Whether a ledger serves, and if not why. Set by the thread that decides, read by any, which sees
 * the status of a state no later than the state.
 */
final class Standing {
  private final String kind;
  private volatile State state = State.STARTING;
  private volatile LedgerStatus status;

  /**
   * @param kind of the store, for people
   */
  Standing(String kind) {
    this.kind = kind;
    this.status = LedgerStatus.builder(State.STARTING, kind).build();
  }

  State state() {
    return state;
  }

  LedgerStatus status() {
    return status;
  }

  void serves(OpenLog log) {
    become(State.SERVING, log, null, null);
  }

  void differs(@Nullable OpenLog log, Difference difference) {
    become(State.DIFFERS, log, difference, null);
  }

  void unavailable(String problem) {
    become(State.UNAVAILABLE, null, null, problem);
  }

  private void become(
      State next,
      @Nullable OpenLog log,
      @Nullable Difference difference,
      @Nullable String problem) {
    LedgerStatus.Builder told = LedgerStatus.builder(next, kind);
    if (log != null) {
      LedgerState counts = log.state();
      told.rows(log.last(), log.chainHex()).checkedRows(log.checked());
      told.reserved(counts.heldCount()).coupons(counts.couponCount());
    }
    if (difference != null) {
      told.difference(difference);
    }
    if (problem != null) {
      told.problem(problem);
    }
    status = told.build();
    state = next;
  }

  /** What whoever asks gets instead of an answer. */
  LedgerException refusal() {
    if (state == State.DIFFERS) {
      return new LedgerException(
          LedgerException.DIFFERS,
          status.difference().map(Difference::text).orElse("The ledger differs."));
    }
    return new LedgerException(
        LedgerException.UNAVAILABLE,
        status.problem().orElse("The ledger is reading its store.")
            + "%nNothing was acknowledged; the same request may be sent again.".formatted());
  }

  static LedgerException stopping() {
    return new LedgerException(
        LedgerException.UNAVAILABLE, "The ledger is stopping; the same request may be sent again.");
  }
}
