package souk.edge.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.offer.api.Offer;
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
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;

/** A desk in memory; every published offer is live unless it was stopped. */
final class OneDesk implements OfferDesk {
  private final Map<String, OfferDraft> drafts = new LinkedHashMap<>();
  private final Map<String, OfferReview> reviews = new LinkedHashMap<>();
  private final Map<String, Offer> published = new LinkedHashMap<>();
  private final Map<String, OfferSwitch> stopped = new LinkedHashMap<>();
  private final Map<String, OfferState> states = new LinkedHashMap<>();
  private final List<OfferEvent> events = new ArrayList<>();
  private Optional<OfferSwitch> all = Optional.empty();

  /** The change that was submitted last. */
  OfferSubmission submitted = OfferSubmission.builder().build();

  @Override
  public OfferDraft save(Offer offer, long expectedRevision, Person person, String reason) {
    long known = draft(offer.id()).map(OfferDraft::revision).orElse(0L);
    if (known != expectedRevision) {
      throw new TrustException("draft.conflict", "Somebody else changed it.");
    }
    OfferDraft draft =
        OfferDraft.builder(offer, known + 1)
            .changed(Instant.EPOCH, person.name())
            .authors(Set.of(person.name()))
            .build();
    drafts.put(offer.id(), draft);
    return draft;
  }

  @Override
  public Optional<OfferDraft> draft(String offerId) {
    return Optional.ofNullable(drafts.get(offerId));
  }

  @Override
  public List<OfferDraft> drafts(int limit) {
    return drafts.values().stream().limit(limit).toList();
  }

  @Override
  public void delete(String offerId, long expectedRevision, Person person, String reason) {
    if (drafts.remove(offerId) == null) {
      throw new TrustException("draft.unknown", "No draft.");
    }
  }

  @Override
  public OfferAssessment assess(OfferSubmission change) {
    return OfferAssessment.builder(
            new Verdict(List.of("offer-floor@1.0.0"), List.of()),
            OfferImpact.builder().articles(1, 4).budget(Optional.empty(), true).build())
        .secondPerson(List.of(Reason.of("impact.depth", "Deep.", "0.5")))
        .build();
  }

  @Override
  public OfferReview submit(OfferSubmission change, Person person, String reason) {
    List<Offer> offers = change.drafts().stream().map(id -> drafts.get(id).offer()).toList();
    submitted = change;
    return review("OR-" + reviews.size(), ReviewState.PROPOSED, offers, person, reason);
  }

  private OfferReview review(
      String id, ReviewState state, List<Offer> offers, Person person, String reason) {
    OfferReview review =
        OfferReview.builder(id, state, assess(OfferSubmission.builder().build()))
            .offers(offers)
            .layers(submitted.layers())
            .articles(submitted.articles())
            .authors(Set.of(person.name()))
            .steps(List.of(new Review.Step(Instant.EPOCH, person.name(), "step", reason)))
            .build();
    reviews.put(id, review);
    return review;
  }

  private OfferReview known(String id) {
    return review(id)
        .orElseThrow(() -> new TrustException("review.unknown", "No review has that id."));
  }

  @Override
  public Optional<OfferReview> review(String reviewId) {
    return Optional.ofNullable(reviews.get(reviewId));
  }

  @Override
  public List<OfferReview> reviews(int limit) {
    return reviews.values().stream().limit(limit).toList();
  }

  @Override
  public OfferReview approve(String reviewId, Person person, String reason) {
    OfferReview before = known(reviewId);
    if (before.authors().contains(person.name())) {
      throw new TrustException("review.own-submission", "Somebody else must approve it.");
    }
    return review(reviewId, ReviewState.APPROVED, before.offers(), person, reason);
  }

  @Override
  public OfferReview reject(String reviewId, Person person, String reason) {
    return review(reviewId, ReviewState.REJECTED, known(reviewId).offers(), person, reason);
  }

  @Override
  public Publication publish(String reviewId, Person person, String reason) {
    known(reviewId).offers().forEach(offer -> published.put(offer.id(), offer));
    return new Publication(
        "PUB-1",
        new SnapshotId("S-2"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        person.name(),
        reason,
        4,
        published.size());
  }

  private OfferStatus turn(String id, OfferState state, Person person, String reason) {
    if (!published.containsKey(id)) {
      throw new TrustException("offer.unknown", "No offer has that id.");
    }
    states.put(id, state);
    stopped.put(id, new OfferSwitch(Optional.of(id), Instant.EPOCH, person.name(), reason));
    if (state == OfferState.LIVE) {
      stopped.remove(id);
    }
    events.add(0, new OfferEvent(Instant.EPOCH, person.name(), state.name(), reason, id));
    return status(id).orElseThrow();
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
    if (reason.equals("disk full")) {
      throw new TrustException("kill.not-durable", "It holds until the platform ends.");
    }
    return turn(offerId, OfferState.KILLED, person, reason);
  }

  @Override
  public OfferSwitches killAll(Person person, String reason) {
    all = Optional.of(new OfferSwitch(Optional.empty(), Instant.EPOCH, person.name(), reason));
    return switches();
  }

  @Override
  public OfferStatus lift(String offerId, Person person, String reason) {
    if (!person.admin()) {
      throw new TrustException("kill.admin-only", "Only an admin lifts it.");
    }
    return turn(offerId, OfferState.LIVE, person, reason);
  }

  @Override
  public OfferSwitches liftAll(Person person, String reason) {
    all = Optional.empty();
    return switches();
  }

  @Override
  public OfferSwitches switches() {
    return OfferSwitches.builder().allKilled(all).killed(List.copyOf(stopped.values())).build();
  }

  @Override
  public Optional<OfferStatus> status(String offerId) {
    return offers().stream().filter(s -> s.offerId().equals(offerId)).findFirst();
  }

  @Override
  public List<OfferStatus> offers() {
    return published.values().stream()
        .map(
            offer ->
                OfferStatus.builder(offer.id(), states.getOrDefault(offer.id(), OfferState.LIVE))
                    .published(Optional.of(offer))
                    .draft(draft(offer.id()))
                    .stopped(Optional.ofNullable(stopped.get(offer.id())))
                    .build())
        .toList();
  }

  @Override
  public List<OfferEvent> history(String offerId, int limit) {
    return events;
  }
}
