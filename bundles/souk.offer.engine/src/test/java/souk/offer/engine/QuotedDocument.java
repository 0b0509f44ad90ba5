package souk.offer.engine;

import souk.kernel.api.Snapshot;
import souk.model.SnapshotId;
import souk.offer.api.ArticleBook;
import souk.offer.api.DetailedQuote;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayers;
import souk.offer.api.QuoteRequest;
import souk.offer.api.ShopTerms;

/** Publishes a document that has its own prices, and quotes one cart with all findings. */
public final class QuotedDocument {
  private QuotedDocument() {}

  public static DetailedQuote quote(OfferDocument document, QuoteRequest request) {
    Shop shop = Shop.standard();
    Snapshot.Builder snapshot =
        Snapshot.builder(new SnapshotId("S-1"), Shop.NOW)
            .part(PriceBook.class, document.prices().orElseThrow())
            .part(OfferBook.class, document.offers());
    document.articles().ifPresent(part -> snapshot.part(ArticleBook.class, part));
    document.terms().ifPresent(part -> snapshot.part(ShopTerms.class, part));
    document.priceLayers().ifPresent(part -> snapshot.part(PriceLayers.class, part));
    shop.publish(snapshot.build());
    return shop.engine().detail(request, true);
  }
}
