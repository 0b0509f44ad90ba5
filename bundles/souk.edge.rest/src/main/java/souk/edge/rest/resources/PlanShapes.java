package souk.edge.rest.resources;

import java.time.Instant;
import java.time.LocalDate;
import souk.edge.rest.doc.Shape;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.plan.api.ConstraintState;
import souk.plan.api.PlanKind;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;

/** How plans look in answers, for the API description. */
final class PlanShapes {
  private static final Shape.Fields SUMMARY =
      Shape.object("PlanSummary")
          .with("id", String.class)
          .with("kind", PlanKind.class)
          .with("from", LocalDate.class)
          .with("weeks", int.class)
          .with("objective", Money.class)
          .with("bound", Money.class)
          .with("baseline", Money.class)
          .with("gap", double.class)
          .with("label", EvidenceLabel.class)
          .with("changedPrices", long.class)
          .with("promotions", int.class)
          .with("createdAt", Instant.class);

  static final Shape PROPOSED =
      Shape.object("ProposedPlan").with("planId", String.class).plus(SUMMARY.fields());

  static final Shape LISTED = SUMMARY.named("ListedPlan").maybe("state", ReviewState.class);

  static final Shape WHOLE =
      SUMMARY
          .named("WholePlan")
          .with("priceLines", Shape.listOf(PriceLine.class))
          .with("promotionLines", Shape.listOf(PromotionLine.class))
          .with("constraints", Shape.listOf(ConstraintState.class))
          .with("reasons", Shape.listOf(Reason.class))
          .with("assumptions", Shape.listOf(Reason.class))
          .with("provenance", Provenance.class)
          .maybe("review", Review.class);

  private PlanShapes() {}
}
