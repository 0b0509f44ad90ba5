package souk.edge.webconsole.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import souk.edge.webconsole.html.Csv;
import souk.offer.api.NewCoupons;

/**
 * Codes of new batches until they are fetched, once, or for an hour; the ledger keeps hashes only.
 * Safe for use by many threads.
 */
final class NewCodes {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 4;

  /**
   * Codes that wait.
   *
   * @param id in the address of the file
   * @param coupons the codes
   * @param until when they are forgotten
   */
  record Waiting(String id, NewCoupons coupons, Instant until) {}

  private final Clock clock;
  private final Map<String, Waiting> byId = new LinkedHashMap<>();

  NewCodes(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean full() {
    return waiting().size() >= MOST;
  }

  synchronized void keep(NewCoupons coupons) {
    String id = UUID.randomUUID().toString();
    byId.put(id, new Waiting(id, coupons, clock.instant().plus(KEPT)));
  }

  synchronized List<Waiting> waiting() {
    Instant now = clock.instant();
    byId.values().removeIf(each -> each.until().isBefore(now));
    return new ArrayList<>(byId.values());
  }

  /** Takes codes out; whoever could not send them puts them back. */
  synchronized Optional<Waiting> take(String id) {
    return waiting().isEmpty() ? Optional.empty() : Optional.ofNullable(byId.remove(id));
  }

  synchronized void putBack(Waiting waiting) {
    byId.put(waiting.id(), waiting);
  }

  /** Writes codes that were taken out; if they do not go out whole, they can be fetched again. */
  void write(Waiting waiting, Csv csv) {
    boolean sent = false;
    try {
      String batch = waiting.coupons().batch().batchId();
      csv.row(List.of("batch_id", "code"));
      waiting.coupons().forEach(code -> csv.row(List.of(batch, code)));
      sent = true;
    } finally {
      if (!sent) {
        putBack(waiting);
      }
    }
  }
}
