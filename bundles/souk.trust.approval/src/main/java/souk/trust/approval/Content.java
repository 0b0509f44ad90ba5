package souk.trust.approval;

import java.time.Instant;
import souk.kernel.api.Snapshot;
import souk.model.SnapshotId;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;

/**
 * What was published; what tills see of it is less while switches stop some of its offers.
 *
 * @param id names it
 * @param createdAt when it was first put into force
 * @param prices price book
 * @param offers offer book
 * @param parts whatever else quotes read
 */
record Content(
    SnapshotId id, Instant createdAt, PriceBook prices, OfferBook offers, ShopParts parts) {
  /** The snapshot that tills see. */
  Snapshot snapshot(Switches switches) {
    Snapshot.Builder snapshot =
        Snapshot.builder(switches.name(this), createdAt)
            .part(PriceBook.class, prices)
            .part(OfferBook.class, switches.applied(offers));
    parts.addTo(snapshot);
    return snapshot.build();
  }
}
