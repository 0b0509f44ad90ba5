package souk.edge.webconsole.offers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Snapshots;
import souk.offer.api.CouponLedger;
import souk.offer.api.OfferBook;

/**
 * Counts the uses of published offers each minute from the start on, whether somebody looks or not,
 * and keeps the last half hour. Waits on the clock of the Java runtime, without a thread of its
 * own.
 */
@Component(service = UseSamples.class, immediate = true)
public final class UseSamples {
  private static final Logger LOG = LoggerFactory.getLogger(UseSamples.class);

  private final Snapshots snapshots;
  private final @Nullable CouponLedger ledger;
  private final InstantSource clock;
  private final UsePace pace = new UsePace();
  private CompletableFuture<Void> minute = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> next = minute;
  private boolean closed;

  /**
   * @param ledger null while nobody counts uses
   */
  @Activate
  public UseSamples(
      @Reference Snapshots snapshots,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable CouponLedger ledger) {
    this(snapshots, ledger, InstantSource.system());
    round();
  }

  UseSamples(Snapshots snapshots, @Nullable CouponLedger ledger, InstantSource clock) {
    this.snapshots = snapshots;
    this.ledger = ledger;
    this.clock = clock;
  }

  UsePace pace() {
    return pace;
  }

  private void round() {
    try {
      look();
    } catch (RuntimeException notServed) {
      LOG.debug("The uses of offers could not be counted this minute.", notServed);
    }
    await();
  }

  /** Until the next full minute. */
  private synchronized void await() {
    if (!closed) {
      long seconds = 60 - Math.floorMod(clock.instant().getEpochSecond(), 60L);
      minute = new CompletableFuture<Void>().completeOnTimeout(null, seconds, TimeUnit.SECONDS);
      next = minute.thenRunAsync(this::round);
    }
  }

  /** Notes how often each published offer was used until now. */
  void look() {
    CouponLedger known = ledger;
    if (known == null) {
      return;
    }
    Instant now = clock.instant();
    snapshots
        .current()
        .flatMap(published -> published.part(OfferBook.class))
        .map(OfferBook::offers)
        .orElse(List.of())
        .forEach(o -> pace.look(o.id(), known.use(o.id(), Optional.empty()).orders(), now));
    pace.forgetBefore(now);
  }

  @Deactivate
  synchronized void close() {
    closed = true;
    next.cancel(false);
    minute.cancel(false);
  }
}
