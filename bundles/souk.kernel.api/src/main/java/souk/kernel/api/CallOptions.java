package souk.kernel.api;

import java.util.Optional;
import java.util.function.Function;

/**
 * How one call is to be made: its deadline, what makes an answer acceptable, and whether one
 * particular strategy is meant. Immutable.
 *
 * <p>A strategy in the kernel's pool is left at the deadline, less a short reserve for the fallback
 * (a quarter of it, at most 250 ms). A strategy in the caller's thread cannot be left: one that
 * does not return is taken out of rotation for later calls.
 *
 * @param <R> result of the call
 */
public final class CallOptions<R> {
  private final long deadlineMillis;
  private final Function<? super R, Optional<String>> complaint;
  private final Optional<StrategyRef> only;
  private final boolean repeatable;

  private CallOptions(
      long deadlineMillis,
      Function<? super R, Optional<String>> complaint,
      Optional<StrategyRef> only,
      boolean repeatable) {
    this.deadlineMillis = deadlineMillis;
    this.complaint = complaint;
    this.only = only;
    this.repeatable = repeatable;
  }

  /** Accepts every answer within {@code deadlineMillis} milliseconds. */
  public static <R> CallOptions<R> within(long deadlineMillis) {
    if (deadlineMillis <= 0) {
      throw new IllegalArgumentException(
          "A deadline must be greater than 0 ms, but is " + deadlineMillis + " ms.");
    }
    return new CallOptions<>(deadlineMillis, r -> Optional.empty(), Optional.empty(), true);
  }

  /**
   * The answer is refused, and the fallback asked, if the function returns a complaint (NaN,
   * negative, wrong shape).
   */
  public CallOptions<R> checkedBy(Function<? super R, Optional<String>> complaintOf) {
    return new CallOptions<>(deadlineMillis, complaintOf, only, repeatable);
  }

  /**
   * Calls this strategy and no other: no selection, no fallback. For comparisons such as a
   * backtest.
   */
  public CallOptions<R> only(StrategyRef strategy) {
    return new CallOptions<>(deadlineMillis, complaint, Optional.of(strategy), false);
  }

  /**
   * The call has a side effect, or costs too much to be made again: it is never copied to a
   * strategy in shadow, compared, or repeated to warm one up.
   */
  public CallOptions<R> once() {
    return new CallOptions<>(deadlineMillis, complaint, only, false);
  }

  public long deadlineMillis() {
    return deadlineMillis;
  }

  public Function<? super R, Optional<String>> complaint() {
    return complaint;
  }

  public Optional<StrategyRef> only() {
    return only;
  }

  /** False after {@link #once()} and {@link #only(StrategyRef)}. */
  public boolean repeatable() {
    return repeatable;
  }
}
