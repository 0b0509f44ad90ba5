package souk.trust.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.offer.api.Offer;

/**
 * The life of offers that no plan made: drafts, review by people, publication, pause and kill
 * switch. Whatever it acknowledges is on stable storage. All methods that change something throw
 * {@link TrustException} if they refuse; nothing changed then, unless they say otherwise. Safe for
 * use by many threads.
 *
 * <pre>{@code
 * desk.save(offer, 0, ann, "spring sale");
 * OfferSubmission change = OfferSubmission.builder().drafts(List.of(offer.id())).build();
 * OfferReview review = desk.submit(change, ann, "spring sale");
 * desk.approve(review.id(), ben, "as agreed");
 * desk.publish(review.id(), ann, "go");
 * }</pre>
 */
@ProviderType
public interface OfferDesk {
  /**
   * Keeps a draft.
   *
   * @param expectedRevision revision the writer has seen; 0 for a new draft
   * @throws TrustException {@code draft.conflict} if somebody else changed it first, {@code
   *     draft.in-review} if a review holds it
   */
  OfferDraft save(Offer offer, long expectedRevision, Person person, String reason);

  Optional<OfferDraft> draft(String offerId);

  /** Latest change first. */
  List<OfferDraft> drafts(int limit);

  /** Forgets a draft; a published offer of the same id stays as it is. */
  void delete(String offerId, long expectedRevision, Person person, String reason);

  /** What engine and guards would say of a change. Changes nothing. */
  OfferAssessment assess(OfferSubmission change);

  /**
   * Puts a change before people, its drafts as they are now.
   *
   * @return in state {@code PROPOSED}
   * @throws TrustException {@code guard.blocked} or {@code review.invalid-offers} if it could not
   *     be published
   */
  OfferReview submit(OfferSubmission change, Person person, String reason);

  Optional<OfferReview> review(String reviewId);

  /** Latest change first. */
  List<OfferReview> reviews(int limit);

  /**
   * Approves a change; it is assessed anew. A change that needs a second person is approved only by
   * somebody who is not among its authors.
   *
   * @throws TrustException {@code review.own-submission} if this person may not approve it
   */
  OfferReview approve(String reviewId, Person person, String reason);

  /** Rejects or withdraws a change; its drafts can be changed again. */
  OfferReview reject(String reviewId, Person person, String reason);

  /**
   * Puts an approved change into force, after it was assessed once more. Undone by {@link
   * Publisher#undo}.
   */
  Publication publish(String reviewId, Person person, String reason);

  /** Stops a published offer for the time being: at once, then durable, then acknowledged. */
  OfferStatus pause(String offerId, Person person, String reason);

  /** Gives a paused offer again, after the guards were asked: durable first, then at once. */
  OfferStatus resume(String offerId, Person person, String reason);

  /**
   * Kill switch of one offer, also of one that is not published: at once for all quotes that start
   * from now on, then durable, then acknowledged. It holds over restart, undo and publication until
   * an admin lifts it.
   *
   * @throws TrustException {@code kill.not-durable} if it holds for the tills, but could not be
   *     kept and would be gone after a restart
   */
  OfferStatus kill(String offerId, Person person, String reason);

  /** Kill switch of all offers, present and future. */
  OfferSwitches killAll(Person person, String reason);

  /**
   * Takes a kill switch back, after the guards were asked: durable first, then at once.
   *
   * @throws TrustException {@code kill.admin-only} unless the person is an admin
   */
  OfferStatus lift(String offerId, Person person, String reason);

  /** Takes the kill switch of all offers back; offers killed one by one stay killed. */
  OfferSwitches liftAll(Person person, String reason);

  OfferSwitches switches();

  Optional<OfferStatus> status(String offerId);

  /** Every offer published or drafted, by id. */
  List<OfferStatus> offers();

  /** What happened to an offer, newest first. */
  List<OfferEvent> history(String offerId, int limit);
}
