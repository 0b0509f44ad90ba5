package souk.edge.rest.resources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.quotes.Slices;
import souk.offer.api.ArticleBook;
import souk.offer.api.OfferDocument;
import souk.trust.api.OfferSubmission;

/** Reads a change of offers, price layers and facts about articles out of a body. */
final class ShopChange {
  private static final String DOCUMENT = "document";
  private static final List<String> KNOWN = List.of("drafts", "ends", DOCUMENT, "reason");

  private final OfferReader reader;

  ShopChange(Rooms rooms) {
    this.reader = new OfferReader(rooms);
  }

  /** What a body says beside the document. */
  private record Plain(
      @Nullable List<String> drafts, @Nullable List<String> ends, @Nullable String reason) {}

  /**
   * A change.
   *
   * @param submission what shall change
   * @param reason as sent, if it was
   */
  record Asked(OfferSubmission submission, @Nullable String reason) {}

  Asked read(Request request) {
    byte[] content = request.content().length == 0 ? new byte[] {'{', '}'} : request.content();
    Slices body = Slices.of(content, KNOWN);
    Plain plain = body.without(DOCUMENT, request.json(), Plain.class);
    OfferSubmission.Builder change =
        OfferSubmission.builder()
            .drafts(Fields.list("drafts", plain.drafts()))
            .ends(Fields.list("ends", plain.ends()));
    body.field(DOCUMENT).map(reader::accepted).ifPresent(document -> add(document, change));
    return new Asked(change.build(), plain.reason());
  }

  private static void add(OfferDocument document, OfferSubmission.Builder change) {
    refuse(!document.offers().offers().isEmpty(), "offers", "Maybe keep each as a draft first.");
    refuse(document.prices().isPresent(), "prices", "Maybe plan prices, or load them.");
    refuse(document.terms().isPresent(), "terms", "Maybe they belong into the configuration.");
    document.priceLayers().ifPresent(change::layers);
    change.articles(document.articles().map(ArticleBook::articles).orElse(Map.of()));
  }

  private static void refuse(boolean there, String part, String remedy) {
    if (there) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "The document of a change holds price layers and articles, but this one has %s too.%n%s"
              .formatted(part, remedy));
    }
  }
}
