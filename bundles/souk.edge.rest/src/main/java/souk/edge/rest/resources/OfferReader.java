package souk.edge.rest.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Title;
import souk.edge.rest.quotes.Slices;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.offer.api.ArticleBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferLanguage;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceBook;
import souk.offer.api.ShopTerms;

/** Reads offers out of bodies, in the light of what is published. */
final class OfferReader {
  private final Rooms rooms;

  OfferReader(Rooms rooms) {
    this.rooms = rooms;
  }

  Optional<Snapshot> snapshot() {
    return rooms.find(Snapshots.class).flatMap(Snapshots::current);
  }

  OfferReading read(Slices.Slice text) {
    OfferSurroundings.Builder around = OfferSurroundings.builder();
    snapshot()
        .ifPresent(
            published -> {
              published.part(PriceBook.class).ifPresent(around::prices);
              published.part(ArticleBook.class).ifPresent(around::articles);
              published.part(ShopTerms.class).ifPresent(around::terms);
            });
    return rooms.get(OfferLanguage.class).read(text.bytes(), around.build());
  }

  /**
   * Offers that can be used.
   *
   * @throws ProblemException 422 with all that is wrong with them
   */
  OfferDocument accepted(Slices.Slice text) {
    OfferReading reading = read(text);
    return reading.document().orElseThrow(() -> refused(reading.problems(), reading.more()));
  }

  private static ProblemException refused(List<OfferProblem> problems, long more) {
    String first =
        problems.stream()
            .filter(OfferProblem::error)
            .findFirst()
            .map(problem -> "%s: %s".formatted(problem.pointer(), problem.reason().text()))
            .orElse("The text holds no offers.");
    return new ProblemException(
        new Problem(
            "offer.invalid",
            Title.OFFER_REFUSED,
            422,
            first,
            Map.of("problems", problems, "more", more)),
        Map.of());
  }
}
