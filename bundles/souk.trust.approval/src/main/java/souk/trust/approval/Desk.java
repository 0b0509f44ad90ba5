package souk.trust.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import souk.data.api.Documents;
import souk.offer.api.Offer;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferEvent;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSubmission;
import souk.trust.api.OfferSwitches;
import souk.trust.api.Person;
import souk.trust.api.Publication;
import souk.trust.api.TrustException;

/** The desk without a framework: who may do what is decided here and nowhere else. */
class Desk implements OfferDesk {
  private final Served served;
  private final Drafts drafts;
  private final OfferReviews reviews;
  private final OfferReviewing reviewing;
  private final OfferAssessor assessor;
  private final Switching switching;
  private final OfferStates states;
  private final OfferHistory history;

  Desk(DeskSetup setup) {
    Documents documents = setup.documents();
    Clock clock = setup.clock();
    Neighbours neighbours = setup.neighbours();
    served = setup.served();
    history = new OfferHistory(documents);
    drafts = new Drafts(documents, history, clock);
    reviews = new OfferReviews(documents, history, clock);
    states = new OfferStates(served, drafts, reviews, history, clock);
    DeskLog log = new DeskLog(setup.decisions(), setup.audit(), clock);
    switching = new Switching(served, new SwitchStore(documents), history, log, clock);
    assessor =
        new OfferAssessor(
            new OfferGuards(setup.guards(), neighbours, clock),
            neighbours::engine,
            setup.secondPerson(),
            new ShopFacts(neighbours::sales, setup.terms()),
            clock);
    Enactment enactment =
        new Enactment(new Publications(documents), served, setup.decisions(), clock);
    reviewing =
        new OfferReviewing(
            documents, drafts, reviews, assessor, served, enactment, switching, log, clock);
  }

  @Override
  public OfferDraft save(Offer offer, long expectedRevision, Person person, String reason) {
    return drafts.save(offer, expectedRevision, person, reason);
  }

  @Override
  public Optional<OfferDraft> draft(String offerId) {
    return drafts.find(offerId);
  }

  @Override
  public List<OfferDraft> drafts(int limit) {
    return drafts.list(limit);
  }

  @Override
  public void delete(String offerId, long expectedRevision, Person person, String reason) {
    drafts.delete(offerId, expectedRevision, person, reason);
  }

  @Override
  public OfferAssessment assess(OfferSubmission change) {
    return reviewing.assess(change);
  }

  @Override
  public OfferReview submit(OfferSubmission change, Person person, String reason) {
    return reviewing.submit(change, person, reason);
  }

  @Override
  public Optional<OfferReview> review(String reviewId) {
    return reviews.find(reviewId);
  }

  @Override
  public List<OfferReview> reviews(int limit) {
    return reviews.list(limit);
  }

  @Override
  public OfferReview approve(String reviewId, Person person, String reason) {
    return reviewing.approve(reviewId, person, reason);
  }

  @Override
  public OfferReview reject(String reviewId, Person person, String reason) {
    return reviewing.reject(reviewId, person, reason);
  }

  @Override
  public Publication publish(String reviewId, Person person, String reason) {
    return reviewing.publish(reviewId, person, reason);
  }

  @Override
  public OfferStatus pause(String offerId, Person person, String reason) {
    requirePublished(offerId);
    switching.pause(offerId, person, reason);
    return states.status(offerId).orElseThrow();
  }

  @Override
  public OfferStatus resume(String offerId, Person person, String reason) {
    DeskLog.requireReason(reason);
    requirePublished(offerId);
    requireHarmless("resume of " + offerId, Set.of(offerId));
    switching.resume(offerId, person, reason);
    return states.status(offerId).orElseThrow();
  }

  @Override
  public OfferStatus kill(String offerId, Person person, String reason) {
    if (!states.knows(offerId)) {
      throw unknown(offerId);
    }
    switching.kill(offerId, person, reason);
    return states.status(offerId).orElseThrow();
  }

  @Override
  public OfferSwitches killAll(Person person, String reason) {
    switching.killAll(person, reason);
    return switching.switches();
  }

  @Override
  public OfferStatus lift(String offerId, Person person, String reason) {
    requireAdmin(person);
    DeskLog.requireReason(reason);
    if (!served.switches().killed().containsKey(offerId)) {
      throw new TrustException(
          "kill.not-killed",
          "Offer %s has no kill switch of its own.%nMaybe the one for all offers is meant."
              .formatted(offerId));
    }
    requireHarmless("lift of " + offerId, Set.of(offerId));
    switching.lift(offerId, person, reason);
    return states.status(offerId).orElseThrow();
  }

  @Override
  public OfferSwitches liftAll(Person person, String reason) {
    requireAdmin(person);
    DeskLog.requireReason(reason);
    Switches now = served.switches();
    if (now.all().isEmpty()) {
      throw new TrustException(
          "kill.not-killed",
          "Not all offers are killed, %d are.%nMaybe lift them one by one."
              .formatted(now.killed().size()));
    }
    requireHarmless("lift of all offers", running(now));
    switching.liftAll(person, reason);
    return switching.switches();
  }

  private Set<String> running(Switches now) {
    return served.content().stream()
        .flatMap(content -> content.offers().offers().stream())
        .map(Offer::id)
        .filter(id -> !now.killed().containsKey(id) && !now.paused().containsKey(id))
        .collect(Collectors.toSet());
  }

  /** Offers that tills may give from now on; one that has ended harms nobody. */
  private void requireHarmless(String what, Set<String> offerIds) {
    Set<String> given = offerIds.stream().filter(states::mayBeGiven).collect(Collectors.toSet());
    Optional<Content> content = served.content();
    if (content.isEmpty() || given.isEmpty()) {
      return;
    }
    OfferAssessment assessment =
        assessor.assess(what, content.get(), content.get(), given, Switches.NONE);
    if (assessment.verdict().blocked()) {
      throw Guards.refusal(what, assessment.verdict());
    }
  }

  private static void requireAdmin(Person person) {
    if (!person.admin()) {
      throw new TrustException(
          "kill.admin-only",
          "Only an admin may take a kill switch back, but %s is none.".formatted(person.name()));
    }
  }

  private void requirePublished(String offerId) {
    if (states.published(offerId).isEmpty()) {
      throw unknown(offerId);
    }
  }

  private static TrustException unknown(String offerId) {
    return new TrustException(
        "offer.unknown",
        "There is no offer %s; 0 tills give it.%nMaybe list the offers to find its id."
            .formatted(offerId));
  }

  @Override
  public OfferSwitches switches() {
    return switching.switches();
  }

  @Override
  public Optional<OfferStatus> status(String offerId) {
    return states.status(offerId);
  }

  @Override
  public List<OfferStatus> offers() {
    return states.all();
  }

  @Override
  public List<OfferEvent> history(String offerId, int limit) {
    return history.newestFirst(offerId, limit);
  }
}
