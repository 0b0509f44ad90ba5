package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Title;
import souk.edge.rest.quotes.Slices;
import souk.offer.api.ArticleBook;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.Preview;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferDraft;

/** Where a preview takes its offers and prices from. Safe for use by many threads. */
final class PreviewOffers {
  private static final ArticleBook NO_FACTS = new ArticleBook(Map.of());
  private static final ShopTerms USUAL_TERMS = ShopTerms.standard();
  private static final PriceLayers NO_LAYERS = new PriceLayers(List.of());

  private final Rooms rooms;
  private final OfferReader reader;
  private final KeptDocuments kept = new KeptDocuments();

  PreviewOffers(Rooms rooms) {
    this.rooms = rooms;
    this.reader = new OfferReader(rooms);
  }

  /**
   * One source for all carts of a body.
   *
   * @param documentId name of the document for later bodies, if there is one
   * @param document what stands in place of what is published
   * @param offers what stands in place of the published offers
   */
  record Source(
      Optional<String> documentId, Optional<OfferDocument> document, Optional<OfferBook> offers) {
    void into(Preview.Builder preview) {
      offers.ifPresent(preview::offers);
      document.ifPresent(
          all -> {
            // A document with prices stands for itself; without, it is put over what is published.
            preview.offers(all.offers());
            all.prices().ifPresent(preview::prices);
            boolean whole = all.prices().isPresent();
            all.articles().or(() -> only(whole, NO_FACTS)).ifPresent(preview::articles);
            all.terms().or(() -> only(whole, USUAL_TERMS)).ifPresent(preview::terms);
            all.priceLayers().or(() -> only(whole, NO_LAYERS)).ifPresent(preview::priceLayers);
          });
    }
  }

  private static <T> Optional<T> only(boolean whole, T value) {
    return whole ? Optional.of(value) : Optional.empty();
  }

  Source source(Slices body, PreviewResource.Plain plain) {
    Optional<Slices.Slice> document = body.field("document");
    if (document.isPresent()) {
      return sent(document.get());
    }
    if (plain.documentId() != null) {
      String id = plain.documentId();
      OfferDocument known =
          kept.find(id)
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          404,
                          "document.unknown",
                          Title.NO_SUCH_THING,
                          "No document has the id %s.%nMaybe it was sent too long ago; send it again."
                              .formatted(id)));
      return new Source(Optional.of(id), Optional.of(known), Optional.empty());
    }
    Optional<Slices.Slice> offers = body.field("offers");
    if (offers.isPresent()) {
      return beside(reader.accepted(offers.get()).offers().offers());
    }
    return plain.drafts() == null
        ? new Source(Optional.empty(), Optional.empty(), Optional.empty())
        : beside(drafts(Fields.list("drafts", plain.drafts())));
  }

  private Source sent(Slices.Slice text) {
    String id = KeptDocuments.id(text);
    OfferDocument document =
        kept.find(id)
            .orElseGet(
                () -> {
                  OfferDocument read = reader.accepted(text);
                  kept.keep(id, read);
                  return read;
                });
    return new Source(Optional.of(id), Optional.of(document), Optional.empty());
  }

  private List<Offer> drafts(List<String> ids) {
    OfferDesk desk = rooms.get(OfferDesk.class);
    return ids.stream()
        .map(
            id ->
                desk.draft(id)
                    .map(OfferDraft::offer)
                    .orElseThrow(() -> ProblemException.notFound("draft", id)))
        .toList();
  }

  /** The published offers, with these in place of those of the same id. */
  private Source beside(List<Offer> changed) {
    Map<String, Offer> all = new LinkedHashMap<>();
    reader
        .snapshot()
        .flatMap(published -> published.part(OfferBook.class))
        .ifPresent(book -> book.offers().forEach(offer -> all.put(offer.id(), offer)));
    changed.forEach(offer -> all.put(offer.id(), offer));
    return new Source(
        Optional.empty(), Optional.empty(), Optional.of(new OfferBook(List.copyOf(all.values()))));
  }
}
