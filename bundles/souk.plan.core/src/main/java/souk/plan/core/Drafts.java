package souk.plan.core;

import souk.plan.api.Plan;

/** Plans before they have an id of their own. */
final class Drafts {
  static final String ID = "draft";

  private Drafts() {}

  static Plan withId(String id, Plan draft) {
    return Plan.builder(id, draft.kind(), draft.provenance(), draft.objective())
        .period(draft.from(), draft.weeks())
        .value(draft.objective(), draft.bound(), draft.baseline(), draft.gap())
        .label(draft.label())
        .priceLines(draft.priceLines())
        .promotionLines(draft.promotionLines())
        .constraints(draft.constraints())
        .reasons(draft.reasons())
        .assumptions(draft.assumptions())
        .build();
  }
}
