package souk.edge.webconsole;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.CartLine;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.model.WaterfallStep;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.DetailedQuote;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferFinding;
import souk.offer.api.OfferLanguage;
import souk.offer.api.OfferLimits;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.Preview;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferEvent;
import souk.trust.api.OfferImpact;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferState;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSubmission;
import souk.trust.api.OfferSwitch;
import souk.trust.api.OfferSwitches;
import souk.trust.api.Person;
import souk.trust.api.Publication;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.Verdict;

/** Three published offers, and a till that explains them, for tests of pages. */
public final class Counter implements OfferDesk, OfferEngine, OfferLanguage {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  /** What was asked for, in order. */
  public final List<String> asked = new ArrayList<>();

  private final Map<String, Offer> offers = new LinkedHashMap<>();
  private final Map<String, OfferState> states = new LinkedHashMap<>();
  private final Map<String, OfferReview> reviews = new LinkedHashMap<>();
  private Optional<OfferSwitch> all = Optional.empty();

  public Counter() {
    add("SPRING", "<b>Spring</b>", OfferState.LIVE, 50_000);
    add("LATER", "Later", OfferState.SCHEDULED, 0);
    add("OVER", "Over", OfferState.ENDED, 0);
  }

  private void add(String id, String name, OfferState state, long budget) {
    OfferLimits.Builder limits = OfferLimits.builder();
    if (budget > 0) {
      limits.budget(Money.ofMinor(budget, GBP)).total(100);
    }
    offers.put(
        id,
        Offer.builder(
                id,
                name,
                new TimeRange(NOW, NOW.plusSeconds(86_400)),
                new Spec("percentage", Map.of("percent", 10)))
            .limits(limits.build())
            .names(Map.of("zh", "优惠 " + id))
            .build());
    states.put(id, state);
  }

  private OfferStatus turn(String id, OfferState state, Person person, String reason) {
    asked.add(state + " " + id + " by " + person + ": " + reason);
    states.put(id, state);
    return status(id).orElseThrow();
  }

  @Override
  public List<OfferStatus> offers() {
    return offers.values().stream()
        .map(
            offer ->
                OfferStatus.builder(offer.id(), states.get(offer.id()))
                    .published(Optional.of(offer))
                    .stopped(
                        states.get(offer.id()) == OfferState.KILLED
                            ? Optional.of(
                                new OfferSwitch(Optional.of(offer.id()), NOW, "ann", "too deep"))
                            : Optional.empty())
                    .build())
        .toList();
  }

  @Override
  public Optional<OfferStatus> status(String offerId) {
    return offers().stream().filter(s -> s.offerId().equals(offerId)).findFirst();
  }

  @Override
  public OfferStatus pause(String offerId, Person person, String reason) {
    return turn(offerId, OfferState.PAUSED, person, reason);
  }

  @Override
  public OfferStatus resume(String offerId, Person person, String reason) {
    return turn(offerId, OfferState.LIVE, person, reason);
  }

  @Override
  public OfferStatus kill(String offerId, Person person, String reason) {
    return turn(offerId, OfferState.KILLED, person, reason);
  }

  @Override
  public OfferStatus lift(String offerId, Person person, String reason) {
    return turn(offerId, OfferState.LIVE, person, reason);
  }

  @Override
  public OfferSwitches killAll(Person person, String reason) {
    asked.add("kill all: " + reason);
    all = Optional.of(new OfferSwitch(Optional.empty(), NOW, person.name(), reason));
    return switches();
  }

  @Override
  public OfferSwitches liftAll(Person person, String reason) {
    asked.add("lift all: " + reason);
    all = Optional.empty();
    return switches();
  }

  @Override
  public OfferSwitches switches() {
    return OfferSwitches.builder().allKilled(all).build();
  }

  @Override
  public Quote quote(QuoteRequest request) {
    Money price = Money.ofMinor(500, GBP);
    Money off = Money.ofMinor(50, GBP);
    List<QuoteLine> lines = new ArrayList<>();
    Money gross = Money.zero(GBP);
    for (CartLine line : request.cart().lines()) {
      gross = gross.plus(price);
      lines.add(
          new QuoteLine(
              line.lineId(),
              line.sku(),
              line.quantity(),
              price,
              price,
              off,
              price.minus(off),
              List.of(
                  new WaterfallStep("list-price", "Quantity × price", price),
                  new WaterfallStep("offer:SPRING", "<i>Spring</i>", off.negate()))));
    }
    Money discount = off.times(BigDecimal.valueOf(lines.size()));
    return new Quote(
        new DecisionId("D"),
        new SnapshotId("S-9"),
        request.at().orElse(NOW),
        lines,
        gross,
        discount,
        gross.minus(discount),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public DetailedQuote preview(Preview preview) {
    asked.add("preview " + preview.request().audience() + " " + preview.request().at());
    return DetailedQuote.builder(quote(preview.request()))
        .findings(
            List.of(
                new OfferFinding(
                    "SPRING",
                    "Spring",
                    true,
                    List.of(new OfferFinding.Check("channel", Optional.empty())),
                    Optional.of(Money.ofMinor(50, GBP)),
                    List.of()),
                new OfferFinding(
                    "LATER",
                    "Later",
                    false,
                    List.of(
                        new OfferFinding.Check(
                            "audience",
                            Optional.of(Reason.of("audience.missing", "Not <gold>.", "gold")))),
                    Optional.empty(),
                    List.of(
                        Reason.of("audience.missing", "Not <gold>.", "gold"),
                        Reason.of("near-miss", "GBP 5.00 more for GBP 1.00 off.")))))
        .build();
  }

  @Override
  public List<Reason> validate(OfferBook book, PriceBook prices) {
    return List.of();
  }

  @Override
  public OfferDraft save(Offer offer, long expectedRevision, Person person, String reason) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Optional<OfferDraft> draft(String offerId) {
    return Optional.empty();
  }

  @Override
  public List<OfferDraft> drafts(int limit) {
    return List.of();
  }

  @Override
  public void delete(String offerId, long expectedRevision, Person person, String reason) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public OfferAssessment assess(OfferSubmission change) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public OfferReview submit(OfferSubmission change, Person person, String reason) {
    asked.add(
        "submit layers %d articles %d: %s"
            .formatted(
                change.layers().map(l -> l.layers().size()).orElse(0),
                change.articles().size(),
                reason));
    OfferImpact impact = OfferImpact.builder().build();
    OfferReview.Builder review =
        OfferReview.builder(
                "OR-1",
                ReviewState.PROPOSED,
                OfferAssessment.builder(new Verdict(List.of(), List.of()), impact)
                    .secondPerson(List.of(Reason.of("deep", "Too <deep>.", "1")))
                    .build())
            .articles(change.articles())
            .layers(change.layers())
            .authors(Set.of(person.name()))
            .steps(List.of(new Review.Step(NOW, person.name(), "submit", reason)));
    return step(review.build());
  }

  private OfferReview step(OfferReview review) {
    reviews.put(review.id(), review);
    return review;
  }

  @Override
  public Optional<OfferReview> review(String reviewId) {
    return Optional.ofNullable(reviews.get(reviewId));
  }

  @Override
  public List<OfferReview> reviews(int limit) {
    return List.copyOf(reviews.values());
  }

  private OfferReview turned(String reviewId, ReviewState state, String reason) {
    asked.add(state + " " + reviewId + ": " + reason);
    OfferReview before = review(reviewId).orElseThrow();
    return step(
        OfferReview.builder(reviewId, state, before.assessment())
            .articles(before.articles())
            .layers(before.layers())
            .build());
  }

  @Override
  public OfferReview approve(String reviewId, Person person, String reason) {
    return turned(reviewId, ReviewState.APPROVED, reason);
  }

  @Override
  public OfferReview reject(String reviewId, Person person, String reason) {
    return turned(reviewId, ReviewState.REJECTED, reason);
  }

  @Override
  public Publication publish(String reviewId, Person person, String reason) {
    turned(reviewId, ReviewState.PUBLISHED, reason);
    return new Publication(
        "PUB-8",
        new SnapshotId("S-10"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOW,
        person.name(),
        reason,
        1,
        3);
  }

  @Override
  public String schema() {
    return "{}";
  }

  /** Reads facts about as many articles as the text has letters A, and no layer. */
  @Override
  public OfferReading read(byte[] json, OfferSurroundings around) {
    String text = new String(json, java.nio.charset.StandardCharsets.UTF_8);
    if (text.startsWith("?")) {
      OfferProblem problem =
          new OfferProblem(
              OfferProblem.Severity.ERROR, "/", 1, 1, Reason.of("bad", "No <document>.", "1"));
      return new OfferReading(Optional.empty(), List.of(problem), 0);
    }
    Map<Sku, ArticleFacts> facts = new LinkedHashMap<>();
    for (int i = 0; i < text.length(); i++) {
      facts.put(new Sku("A" + i), ArticleFacts.builder().build());
    }
    return new OfferReading(
        Optional.of(
            OfferDocument.builder(GBP, new OfferBook(List.of()))
                .articles(new ArticleBook(facts))
                .build()),
        List.of(),
        0);
  }

  @Override
  public String write(OfferDocument document) {
    return "";
  }

  @Override
  public String write(Offer offer) {
    return "";
  }

  @Override
  public List<OfferEvent> history(String offerId, int limit) {
    return List.of();
  }
}
