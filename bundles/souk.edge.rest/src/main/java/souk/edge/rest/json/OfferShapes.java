package souk.edge.rest.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import souk.edge.rest.doc.Shape;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Basis;
import souk.offer.api.Funding;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.offer.api.OfferProblem;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferImpact;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferState;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSwitch;
import souk.trust.api.OfferSwitches;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.Verdict;

/** The shapes of what {@link OfferViews} writes. */
public final class OfferShapes {
  private static final Shape LIMITS =
      Shape.object("OfferLimits")
          .maybe("perOrder", Long.class)
          .maybe("perCustomer", Long.class)
          .maybe("total", Long.class)
          .maybe("budget", Money.class);

  private static final Shape OFFER =
      Shape.object("Offer")
          .with("id", String.class)
          .with("name", String.class)
          .with("window", TimeRange.class)
          .with("conditions", Shape.listOf(Spec.class))
          .with("effect", Spec.class)
          .with("priority", int.class)
          .with("stackingGroup", String.class)
          .with("exclusive", boolean.class)
          .maybe("planId", String.class)
          .with("basis", Basis.class)
          .with("limits", OfferLimits.class)
          .with("funding", Shape.listOf(Funding.class))
          .with("names", Shape.mapOf(String.class))
          .with("paused", boolean.class);

  private static final Shape PROBLEM =
      Shape.object("OfferProblem")
          .with("severity", OfferProblem.Severity.class)
          .with("pointer", String.class)
          .with("line", int.class)
          .with("column", int.class)
          .with("code", String.class)
          .with("text", String.class);

  private static final Shape DRAFT =
      Shape.object("OfferDraft")
          .with("offer", Offer.class)
          .with("revision", long.class)
          .with("changedAt", Instant.class)
          .with("changedBy", String.class)
          .with("authors", Shape.listOf(String.class))
          .maybe("reviewId", String.class);

  /** An offer at the desk. */
  public static final Shape.Fields STATUS =
      Shape.object("OfferStatus")
          .with("offerId", String.class)
          .with("state", OfferState.class)
          .maybe("published", Offer.class)
          .maybe("draft", OfferDraft.class)
          .maybe("stopped", OfferSwitch.class);

  private static final Shape ASSESSMENT =
      Shape.object("OfferAssessment")
          .with("publishable", boolean.class)
          .with("findings", Shape.listOf(Reason.class))
          .with("conflicts", Shape.listOf(Reason.class))
          .with("verdict", Verdict.class)
          .with("impact", OfferImpact.class)
          .with("secondPerson", Shape.listOf(Reason.class));

  private static final Shape IMPACT =
      Shape.object("OfferImpact")
          .with("articlesTouched", int.class)
          .with("articles", int.class)
          .with("articlesShare", BigDecimal.class)
          .with("depthShare", BigDecimal.class)
          .maybe("budget", Money.class)
          .with("budgetOpen", boolean.class);

  private static final Shape REVIEW =
      Shape.object("OfferReview")
          .with("id", String.class)
          .with("state", ReviewState.class)
          .with("offers", Shape.listOf(Offer.class))
          .with("ends", Shape.listOf(String.class))
          .with("layers", Shape.listOf(String.class).orNull())
          .with("articles", int.class)
          .with("authors", Shape.listOf(String.class))
          .with("assessment", OfferAssessment.class)
          .with("steps", Shape.listOf(Review.Step.class))
          .maybe("publicationId", String.class);

  private static final Shape SWITCHES =
      Shape.object("OfferSwitches")
          .maybe("allKilled", OfferSwitch.class)
          .with("killed", Shape.listOf(OfferSwitch.class))
          .with("paused", Shape.listOf(OfferSwitch.class))
          .with("durable", boolean.class);

  private OfferShapes() {}

  static Map<Class<?>, Shape> shapes() {
    return Map.of(
        Offer.class, OFFER,
        OfferLimits.class, LIMITS,
        OfferProblem.class, PROBLEM,
        OfferDraft.class, DRAFT,
        OfferStatus.class, STATUS,
        OfferReview.class, REVIEW,
        OfferAssessment.class, ASSESSMENT,
        OfferImpact.class, IMPACT,
        OfferSwitches.class, SWITCHES);
  }
}
