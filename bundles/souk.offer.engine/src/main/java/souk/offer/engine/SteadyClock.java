package souk.offer.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;

/**
 * The instants of quotes. They do not go back by whole milliseconds: where the machine's clock
 * does, by up to a limit, they stand still until it has caught up, so that an offer that ended does
 * not come back when a clock is set back by an hour. A longer step back is believed, or one wrong
 * date in the future would end all offers for good. Written once a millisecond at most. Safe for
 * use by many threads.
 */
final class SteadyClock extends Clock {
  /** Longer than any change of summer time or zone that somebody sets by mistake. */
  static final Duration LIMIT = Duration.ofHours(26);

  private static final long LAST_NANOS_OF_A_MILLISECOND = 999_999;
  private final Clock machine;

  /** Latest millisecond seen, since the epoch. */
  private final AtomicLong high;

  SteadyClock(Clock machine, Instant highWater) {
    this.machine = machine;
    this.high = new AtomicLong(highWater.toEpochMilli());
  }

  /** Does not go back behind the last quote of an earlier start either. */
  static SteadyClock after(Clock machine, DecisionLog log) {
    Instant last =
        log.latest("quote", 1).stream().findFirst().map(Decision::at).orElse(Instant.EPOCH);
    return new SteadyClock(machine, last);
  }

  @Override
  public Instant instant() {
    Instant now = machine.instant();
    long milli = now.toEpochMilli();
    long known = high.get();
    if (milli == known) {
      return now;
    }
    if (milli > known) {
      high.accumulateAndGet(milli, Math::max);
      return now;
    }
    if (known - milli > LIMIT.toMillis()) {
      high.compareAndSet(known, milli);
      return now;
    }
    return Instant.ofEpochMilli(known).plusNanos(LAST_NANOS_OF_A_MILLISECOND);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return machine.withZone(zone);
  }
}
