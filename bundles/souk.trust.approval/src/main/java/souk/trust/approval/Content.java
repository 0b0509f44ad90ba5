package souk.trust.approval;

import java.time.Instant;
import souk.kernel.api.Snapshot;
import souk.model.SnapshotId;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;

/**
 * What a snapshot serves.
 *
 * @param id names it
 * @param createdAt when it was first put into force
 * @param prices price book
 * @param offers offer book
 */
record Content(SnapshotId id, Instant createdAt, PriceBook prices, OfferBook offers) {
  Snapshot snapshot() {
    return Snapshot.builder(id, createdAt)
        .part(PriceBook.class, prices)
        .part(OfferBook.class, offers)
        .build();
  }
}
