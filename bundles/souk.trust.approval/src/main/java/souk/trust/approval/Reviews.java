package souk.trust.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.plan.api.Plan;
import souk.plan.api.Plans;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;

/** Reviews as documents of kind {@code review}, one per plan. */
final class Reviews {
  static final String KIND = "review";

  /**
   * A review and the revision it was read at; 0 if it was never kept.
   *
   * @param review the review
   * @param revision of its document
   */
  record Kept(Review review, long revision) {}

  private final Plans plans;
  private final Documents documents;
  private final Guards guards;
  private final Clock clock;
  private final Json json = new Json();

  Reviews(Plans plans, Documents documents, Guards guards, Clock clock) {
    this.plans = plans;
    this.documents = documents;
    this.guards = guards;
    this.clock = clock;
  }

  Plan plan(String planId) {
    return plans
        .find(planId)
        .orElseThrow(
            () ->
                new TrustException(
                    "plan.unknown",
                    "There is no plan %s.%nMaybe list the plans to find its id."
                        .formatted(planId)));
  }

  Verdict judge(Plan plan) {
    return guards.judge(plan);
  }

  /** The review as it stands; a new one, judged and kept, if there was none. */
  Kept current(String planId) {
    Optional<Document> document = documents.find(KIND, planId);
    if (document.isPresent()) {
      return new Kept(ReviewJson.read(json.read(document.get())), document.get().revision());
    }
    Verdict verdict = judge(plan(planId));
    ReviewState state = verdict.blocked() ? ReviewState.BLOCKED : ReviewState.PROPOSED;
    Review review =
        new Review(
            planId,
            state,
            verdict,
            List.of(step(Actor.system(), "judge", verdict.violations().size() + " findings")));
    return keep(new Kept(review, 0), review);
  }

  Kept keep(Kept before, Review review) {
    Document document = documents.put(put(before, review));
    return new Kept(review, document.revision());
  }

  Documents.Put put(Kept before, Review review) {
    return new Documents.Put(
        KIND, review.planId(), before.revision(), json.text(ReviewJson.write(review, json)));
  }

  Review with(Review before, ReviewState state, Verdict verdict, Review.Step step) {
    List<Review.Step> steps = new ArrayList<>(before.steps());
    steps.add(step);
    return new Review(before.planId(), state, verdict, steps);
  }

  Review.Step step(Actor actor, String action, String reason) {
    return new Review.Step(clock.instant(), actor.name(), action, reason);
  }
}
