package souk.trust.api;

import java.time.Instant;
import java.util.List;

/**
 * The life of a plan after it was proposed.
 *
 * @param planId the plan
 * @param state where it stands
 * @param verdict latest judgement of the guards
 * @param steps what happened, oldest first
 */
public record Review(String planId, ReviewState state, Verdict verdict, List<Step> steps) {
  public Review {
    steps = List.copyOf(steps);
  }

  /**
   * One step of a review.
   *
   * @param at when
   * @param actor who
   * @param action for example {@code approve}
   * @param reason why, as typed
   */
  public record Step(Instant at, String actor, String action, String reason) {}
}
