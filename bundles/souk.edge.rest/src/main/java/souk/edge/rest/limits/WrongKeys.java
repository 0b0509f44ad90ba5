package souk.edge.rest.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import souk.edge.rest.http.ProblemException;

/**
 * After five wrong keys from an address the next wrong ones are not even answered with 401: one
 * second long, then twice as long each time, up to a minute. A right key is always let in, so that
 * nobody can lock out the tills that share an address. Safe for use by many threads.
 */
public final class WrongKeys {
  static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);
  private static final int MOST_ADDRESSES = 10_000;

  private record Failures(int count, Instant last) {}

  private final Clock clock;
  private final Map<String, Failures> byAddress =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  public WrongKeys(Clock clock) {
    this.clock = clock;
  }

  /**
   * Notes a wrong key.
   *
   * @return true if it is the one after which the address has to wait for the first time
   * @throws ProblemException 429 if the address has to wait
   */
  public synchronized boolean failed(String address) {
    Instant now = clock.instant();
    Failures before = byAddress.remove(address);
    if (before == null || before.last().plus(FORGOTTEN).isBefore(now)) {
      before = new Failures(0, now);
    }
    Duration left = Duration.between(now, before.last().plus(pause(before.count())));
    if (!left.isNegative() && !left.isZero()) {
      byAddress.put(address, before);
      throw RateLimits.exceeded(
          "Too many wrong keys came from this address.", (left.toMillis() + 999) / 1000);
    }
    byAddress.put(address, new Failures(before.count() + 1, now));
    return before.count() + 1 == FREE;
  }

  private static Duration pause(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failures - FREE, 6));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
