package souk.edge.webconsole.offers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.webconsole.html.Messages;
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
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferSubmission;
import souk.trust.api.Person;

/** Price layers and facts about articles as pasted text, and decisions on changes under review. */
final class ShopChanges {
  private final OfferDesk desk;
  private final Snapshots snapshots;
  private final @Nullable OfferLanguage language;

  ShopChanges(OfferDesk desk, Snapshots snapshots, @Nullable OfferLanguage language) {
    this.desk = desk;
    this.snapshots = snapshots;
    this.language = language;
  }

  /** Puts a pasted document before people. */
  String submit(String text, Person person, String reason, Messages messages) {
    OfferDocument document = read(text, messages);
    boolean other =
        !document.offers().offers().isEmpty()
            || document.prices().isPresent()
            || document.terms().isPresent();
    if (other || (document.priceLayers().isEmpty() && document.articles().isEmpty())) {
      throw new IllegalArgumentException(messages.text("offers.shop.other"));
    }
    OfferSubmission.Builder change =
        OfferSubmission.builder()
            .articles(document.articles().map(ArticleBook::articles).orElse(Map.of()));
    document.priceLayers().ifPresent(change::layers);
    OfferReview review = desk.submit(change.build(), person, reason);
    return messages.text("offers.done.submit", review.id());
  }

  private OfferDocument read(String text, Messages messages) {
    if (language == null) {
      throw new IllegalArgumentException(messages.text("offers.shop.no-language"));
    }
    OfferSurroundings.Builder around = OfferSurroundings.builder();
    Optional<Snapshot> published = snapshots.current();
    published.flatMap(s -> s.part(PriceBook.class)).ifPresent(around::prices);
    published.flatMap(s -> s.part(ArticleBook.class)).ifPresent(around::articles);
    published.flatMap(s -> s.part(ShopTerms.class)).ifPresent(around::terms);
    ReasonWords words = ReasonWords.of(language, messages);
    OfferReading reading = language.read(text.getBytes(StandardCharsets.UTF_8), around.build());
    return reading
        .document()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    reading.problems().stream()
                        .filter(OfferProblem::error)
                        .limit(5)
                        .map(p -> p.line() + ":" + p.column() + " " + words.say(p.reason()))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(messages.text("offers.shop.other"))));
  }

  /** Approves, rejects or publishes a change. */
  String decide(String action, String reviewId, Person person, String reason, Messages messages) {
    switch (action) {
      case "approve" -> desk.approve(reviewId, person, reason);
      case "reject" -> desk.reject(reviewId, person, reason);
      default -> {
        return messages.text(
            "offers.done.publish", reviewId, desk.publish(reviewId, person, reason).id());
      }
    }
    return messages.text("offers.done." + action, reviewId);
  }
}
