package souk.trust.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import souk.trust.api.OfferSwitch;

/**
 * A clock that does not go back: where the machine's clock does, by up to a limit, it stands still
 * until the machine has caught up. So an offer that ended does not come back when a clock is set
 * back by an hour. A step back beyond the limit is believed, or one wrong date in the future would
 * end all offers for good. Safe for use by many threads.
 */
final class MonotoneClock extends Clock {
  /** Longer than any change of summer time or zone that somebody sets by mistake. */
  static final Duration LIMIT = Duration.ofHours(26);

  private final Clock machine;
  private final AtomicReference<Instant> high;

  MonotoneClock(Clock machine, Instant highWater) {
    this.machine = machine;
    this.high = new AtomicReference<>(highWater);
  }

  /** A clock that does not go back behind the last publication and the last switch either. */
  static MonotoneClock after(Clock machine, Publications publications, Switches switches) {
    Instant high = publications.inForce().map(now -> now.publication().at()).orElse(Instant.EPOCH);
    for (OfferSwitch each : switches.everyone()) {
      high = each.at().isAfter(high) ? each.at() : high;
    }
    return new MonotoneClock(machine, high);
  }

  @Override
  public Instant instant() {
    Instant now = machine.instant();
    return high.updateAndGet(
        known -> known.isAfter(now) && !known.minus(LIMIT).isAfter(now) ? known : now);
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
