package souk.edge.rest.resources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import souk.offer.api.NewCoupons;

/**
 * Codes of new batches until somebody fetches them, once, or nobody does within an hour; the ledger
 * itself keeps hashes only. Safe for use by many threads.
 */
final class CouponExports {
  static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 4;

  /**
   * Codes that wait.
   *
   * @param coupons the codes
   * @param until when they are forgotten
   */
  record Waiting(NewCoupons coupons, Instant until) {}

  private final Clock clock;
  private final Map<String, Waiting> byId = new LinkedHashMap<>();

  CouponExports(Clock clock) {
    this.clock = clock;
  }

  /** True if there is room for another batch. */
  synchronized boolean roomy() {
    forget();
    return byId.size() < MOST;
  }

  /** Keeps codes and names them. */
  synchronized String keep(NewCoupons coupons) {
    forget();
    String id = UUID.randomUUID().toString();
    byId.put(id, new Waiting(coupons, clock.instant().plus(KEPT)));
    return id;
  }

  /** Takes codes out; whoever could not send them puts them back. */
  synchronized Optional<Waiting> take(String id) {
    forget();
    return Optional.ofNullable(byId.remove(id));
  }

  synchronized void putBack(String id, Waiting waiting) {
    byId.put(id, waiting);
  }

  private void forget() {
    Instant now = clock.instant();
    byId.values().removeIf(waiting -> waiting.until().isBefore(now));
  }
}
