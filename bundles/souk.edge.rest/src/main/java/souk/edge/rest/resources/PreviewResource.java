package souk.edge.rest.resources;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Problems;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.json.Json;
import souk.edge.rest.quotes.AskedCart;
import souk.edge.rest.quotes.BatchWriter;
import souk.edge.rest.quotes.CartBody;
import souk.edge.rest.quotes.CartReader;
import souk.edge.rest.quotes.QuoteShapes;
import souk.edge.rest.quotes.Slices;
import souk.offer.api.OfferEngine;
import souk.offer.api.Preview;
import souk.offer.api.QuoteRequest;

/** What carts would cost: at another time, with other offers, for another audience. */
final class PreviewResource {
  private static final List<String> FIELDS =
      List.of("carts", "at", "audience", "document", "documentId", "offers", "drafts");

  private final Rooms rooms;
  private final Audience audience;
  private final CartReader carts;
  private final PreviewOffers offers;

  PreviewResource(Rooms rooms, Json json) {
    this.rooms = rooms;
    this.audience = new Audience(rooms);
    this.carts = new CartReader(json);
    this.offers = new PreviewOffers(rooms);
  }

  /**
   * Body.
   *
   * @param carts 1 to 1,000 carts
   * @param at instant for carts that name none; now if left out
   * @param audience tags instead of those of the carts' customers
   * @param document offers, prices and whatever else a quote needs, in the language of offers
   * @param documentId a document that was sent before, as it was answered
   * @param offers offers in the language of offers, beside or instead of the published ones
   * @param drafts ids of drafts, beside or instead of the published offers
   */
  record Body(
      List<CartBody> carts,
      @Nullable String at,
      @Nullable List<String> audience,
      @Nullable Object document,
      @Nullable String documentId,
      @Nullable Object offers,
      @Nullable List<String> drafts) {}

  /** The texts of a body that are no carts and no offers. */
  record Plain(
      @Nullable String at,
      @Nullable List<String> audience,
      @Nullable String documentId,
      @Nullable List<String> drafts) {}

  List<Route> routes() {
    return List.of(
        Route.post("/quotes/preview", Right.MERCHANDISE, this::preview)
            .large()
            .asksOnly()
            .says("What up to 1,000 carts would cost, without any side effect.")
            .takes(Body.class)
            .query("explain", "A finding on every offer.", Shape.FLAG)
            .answers(QuoteShapes.PREVIEW)
            .fails(400, "body.unknown-currency", "query.not-a-flag", "preview.two-sources")
            .fails(404, "document.unknown", "draft.unknown")
            .fails(409, "quote.nothing-published")
            .fails(422, "offer.invalid"));
  }

  private Object preview(Request request) {
    boolean explained = request.flag("explain");
    Slices body = Slices.of(request.content(), FIELDS);
    Plain plain = plain(body, request.json());
    PreviewOffers.Source source = offers.source(body, plain);
    Optional<Instant> at = CartReader.instant("at", plain.at());
    Optional<Set<String>> tags =
        Optional.ofNullable(plain.audience()).map(all -> Set.copyOf(Fields.list("audience", all)));
    OfferEngine engine = rooms.get(OfferEngine.class);
    BatchWriter out = new BatchWriter(explained);
    for (Slices.Slice slice : body.elements("carts", QuoteResource.MOST_CARTS)) {
      try {
        AskedCart asked = carts.read(slice.body(), slice.from(), slice.length());
        QuoteRequest wish =
            new QuoteRequest(
                asked.cart(),
                tags.orElseGet(() -> audience.of(asked.cart().customer())),
                asked.at().or(() -> at));
        Preview.Builder preview = Preview.builder(wish).explained(explained);
        source.into(preview);
        out.quote(engine.preview(preview.build()));
      } catch (RuntimeException refused) {
        Problem problem = Problems.known(refused).orElseThrow(() -> refused);
        out.problem(request.json().bytes(problem.members(Locale.ENGLISH)));
      }
    }
    return out.answer(source.documentId());
  }

  private static Plain plain(Slices body, Json json) {
    Plain plain = body.only(List.of("at", "audience", "documentId", "drafts"), json, Plain.class);
    long sources =
        List.of("document", "documentId", "offers", "drafts").stream()
            .filter(name -> body.field(name).isPresent())
            .count();
    if (sources > 1) {
      throw ProblemException.badRequest(
          "preview.two-sources",
          "Only one of document, documentId, offers and drafts may be given, but %d are."
              .formatted(sources));
    }
    return plain;
  }
}
