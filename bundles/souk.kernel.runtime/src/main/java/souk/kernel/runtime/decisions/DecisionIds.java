package souk.kernel.runtime.decisions;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import souk.model.DecisionId;

/**
 * Ids of 28 hexadecimal digits: 12 of milliseconds since 1970, 8 of a counter, 8 that are random
 * per process. Their order is the order of making as long as the clock does not go back.
 */
final class DecisionIds {
  private static final int LENGTH = 28;
  private static final int MILLIS_DIGITS = 12;

  private final Clock clock;
  private final String process = hex(new SecureRandom().nextInt() & 0xFFFFFFFFL, 8);
  private final AtomicLong counter = new AtomicLong();

  DecisionIds(Clock clock) {
    this.clock = clock;
  }

  DecisionId next() {
    return new DecisionId(
        hex(clock.millis(), MILLIS_DIGITS)
            + hex(counter.getAndIncrement() & 0xFFFFFFFFL, 8)
            + process);
  }

  /** When an id was made, or empty if it was not made here. */
  static OptionalLong millisOf(DecisionId id) {
    String text = id.value();
    if (text.length() != LENGTH) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.substring(0, MILLIS_DIGITS), 16));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  static String hex(long value, int digits) {
    String text = Long.toHexString(value).toLowerCase(Locale.ROOT);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
