package souk.offer.engine;

import java.time.Instant;
import java.util.Optional;
import souk.kernel.api.Snapshot;
import souk.model.SnapshotId;
import souk.offer.api.ArticleBook;
import souk.offer.api.OfferBook;
import souk.offer.api.Preview;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;

/** What a preview looks at: its own books where it has some, the published ones elsewhere. */
final class DraftSnapshots {
  private DraftSnapshots() {}

  /** True if the preview brings nothing of its own. */
  static boolean isPublished(Preview preview) {
    return preview.offers().isEmpty()
        && preview.prices().isEmpty()
        && preview.articles().isEmpty()
        && preview.terms().isEmpty()
        && preview.priceLayers().isEmpty();
  }

  static Snapshot of(Preview preview, Optional<Snapshot> now, Instant at) {
    Snapshot.Builder draft =
        Snapshot.builder(now.map(Snapshot::id).orElse(new SnapshotId("draft")), at);
    part(draft, PriceBook.class, preview.prices(), now);
    part(draft, OfferBook.class, preview.offers(), now);
    part(draft, ArticleBook.class, preview.articles(), now);
    part(draft, ShopTerms.class, preview.terms(), now);
    part(draft, PriceLayers.class, preview.priceLayers(), now);
    return draft.build();
  }

  private static <T> void part(
      Snapshot.Builder draft, Class<T> type, Optional<T> instead, Optional<Snapshot> now) {
    instead
        .or(() -> now.flatMap(snapshot -> snapshot.part(type)))
        .ifPresent(part -> draft.part(type, part));
  }
}
