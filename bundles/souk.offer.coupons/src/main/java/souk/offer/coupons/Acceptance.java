package souk.offer.coupons;

import org.jspecify.annotations.Nullable;
import souk.offer.api.LedgerStatus;

/** An operator accepts a difference; where there is none, it does nothing. */
final class Acceptance extends Ticket<LedgerStatus> {
  private final LedgerWriter writer;
  private final String difference;
  private final String by;

  Acceptance(LedgerWriter writer, String difference, String by) {
    this.writer = writer;
    this.difference = difference;
    this.by = by;
  }

  String difference() {
    return difference;
  }

  String by() {
    return by;
  }

  @Override
  LedgerStatus decide(@Nullable Group group) {
    return writer.status();
  }
}
