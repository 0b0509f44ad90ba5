package souk.edge.webconsole.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * After five wrong logins from an address it must wait: one second, then twice as long each time,
 * up to a minute. Safe for use by many threads.
 */
final class LoginThrottle {
  static final int FREE_FAILURES = 5;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);
  private static final int MOST_ADDRESSES = 10_000;

  private record Failures(int failures, Instant last) {}

  private final Clock clock;
  private final Map<String, Failures> byAddress =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long the address must wait before it may try; zero if it may now. */
  synchronized Duration wait(String address) {
    Failures record = byAddress.get(address);
    if (record == null || record.failures() < FREE_FAILURES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(record.failures() - FREE_FAILURES, 6);
    Duration pause = Duration.ofSeconds(1L << doublings);
    Duration left =
        Duration.between(
            clock.instant(), record.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void failed(String address) {
    Instant now = clock.instant();
    Failures record = byAddress.remove(address);
    int before =
        record == null || record.last().plus(FORGOTTEN).isBefore(now) ? 0 : record.failures();
    byAddress.put(address, new Failures(before + 1, now));
  }

  synchronized void succeeded(String address) {
    byAddress.remove(address);
  }
}
