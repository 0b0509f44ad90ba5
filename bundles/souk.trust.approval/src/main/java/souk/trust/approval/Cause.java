package souk.trust.approval;

import java.util.Optional;
import souk.kernel.api.Actor;

/**
 * Why something is put into force.
 *
 * @param actor who
 * @param reason why
 * @param planId plan behind it
 * @param experimentId experiment that judges it
 * @param undoes publication that it takes back
 * @param offerReviewId review of offers behind it
 */
record Cause(
    Actor actor,
    String reason,
    Optional<String> planId,
    Optional<String> experimentId,
    Optional<String> undoes,
    Optional<String> offerReviewId) {
  static Cause baseline(Actor actor) {
    return new Cause(
        actor,
        "Present list prices",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Cause plan(Actor actor, String reason, String planId, Optional<String> experimentId) {
    return new Cause(
        actor, reason, Optional.of(planId), experimentId, Optional.empty(), Optional.empty());
  }

  static Cause undo(Actor actor, String reason, String publicationId) {
    return new Cause(
        actor,
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.of(publicationId),
        Optional.empty());
  }

  static Cause offers(Actor actor, String reason, String reviewId) {
    return new Cause(
        actor, reason, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reviewId));
  }
}
