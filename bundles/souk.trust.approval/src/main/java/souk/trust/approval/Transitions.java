package souk.trust.approval;

import static souk.trust.api.ReviewState.APPROVED;
import static souk.trust.api.ReviewState.BLOCKED;
import static souk.trust.api.ReviewState.PROPOSED;
import static souk.trust.api.ReviewState.PUBLISHED;
import static souk.trust.api.ReviewState.REJECTED;
import static souk.trust.api.ReviewState.UNDONE;

import java.util.Map;
import java.util.Set;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;

/** Which action leads where; everything else is refused. */
enum Transitions {
  APPROVE(APPROVED, Set.of(PROPOSED, BLOCKED)),
  REJECT(REJECTED, Set.of(PROPOSED, BLOCKED, APPROVED)),
  PUBLISH(PUBLISHED, Set.of(APPROVED)),
  UNDO(UNDONE, Set.of(PUBLISHED));

  private static final Map<ReviewState, String> HINTS =
      Map.of(
          PROPOSED, "Maybe approve it first.",
          BLOCKED, "Maybe propose one within the limits.",
          APPROVED, "It is approved already.",
          REJECTED, "Maybe propose a new one.",
          PUBLISHED, "It is published; maybe undo its publication.",
          UNDONE, "Maybe propose a new one.");

  private final ReviewState target;
  private final Set<ReviewState> from;

  Transitions(ReviewState target, Set<ReviewState> from) {
    this.target = target;
    this.from = from;
  }

  ReviewState target() {
    return target;
  }

  void require(Review review) {
    require("Plan " + review.planId(), review.state());
  }

  void require(String what, ReviewState state) {
    if (!from.contains(state)) {
      String action = name().toLowerCase(java.util.Locale.ROOT);
      throw new TrustException(
          this == PUBLISH ? "review.not-approved" : "review.wrong-state",
          "%s is %s, so you cannot %s it.%n%s".formatted(what, state, action, HINTS.get(state)));
    }
  }
}
