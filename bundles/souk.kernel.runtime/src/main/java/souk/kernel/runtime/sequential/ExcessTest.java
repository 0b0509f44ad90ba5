package souk.kernel.runtime.sequential;

import java.util.Arrays;

/**
 * E-process against "events are not more frequent than tolerated": bets fixed shares f of the
 * wealth on the next event at fair odds and averages over the shares. With tolerated rate p the
 * wealth grows by 1 − f + f·x/p for x in {0, 1}; its expectation is at most 1 while events have at
 * most probability p, whatever came before. The tolerated rate may change from event to event if it
 * depends on the past alone. (Betting: Shafer 2021; Waudby-Smith and Ramdas 2024.)
 *
 * <p>Not safe for use by many threads.
 */
public final class ExcessTest {
  private static final double[] SHARES = {0.02, 0.05, 0.1, 0.25, 0.5};

  private final double[] logWealth;
  private double maxLog;

  public ExcessTest() {
    logWealth = new double[SHARES.length];
  }

  private ExcessTest(double[] logWealth, double maxLog) {
    this.logWealth = logWealth;
    this.maxLog = maxLog;
  }

  /**
   * @param event whether it happened
   * @param tolerated tolerated probability in (0, 1), known before the event
   */
  public void add(boolean event, double tolerated) {
    if (!(tolerated > 0 && tolerated < 1)) {
      throw new IllegalArgumentException(
          "A tolerated probability must lie in (0, 1), but is " + tolerated + ".");
    }
    for (int i = 0; i < SHARES.length; i++) {
      double gain = event ? 1 / tolerated : 0;
      logWealth[i] += Math.log1p(SHARES[i] * (gain - 1));
    }
    maxLog = Math.max(maxLog, logEvidence());
  }

  /** Largest evidence so far; at least 1. */
  public double evidence() {
    return Math.exp(Math.min(700, maxLog));
  }

  private double logEvidence() {
    double top = Arrays.stream(logWealth).max().orElse(0);
    double sum = 0;
    for (double log : logWealth) {
      sum += Math.exp(log - top);
    }
    return top + Math.log(sum / logWealth.length);
  }

  /** Everything needed to go on later. */
  public double[] state() {
    double[] state = Arrays.copyOf(logWealth, logWealth.length + 1);
    state[logWealth.length] = maxLog;
    return state;
  }

  /** Goes on where {@link #state()} was taken; starts anew if it does not fit. */
  public static ExcessTest of(double[] state) {
    return state.length == SHARES.length + 1
        ? new ExcessTest(Arrays.copyOf(state, SHARES.length), state[SHARES.length])
        : new ExcessTest();
  }
}
