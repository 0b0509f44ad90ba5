package souk.edge.rest.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import souk.demand.api.SeriesForecast;
import souk.edge.rest.doc.Shape;
import souk.kernel.api.JobStatus;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.plan.api.ConstraintState;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;

/** Shapes of what {@link ViewModule} writes, for the API description. */
public final class ViewShapes {
  private static final Shape JOB_PROBLEM =
      Shape.object("JobProblem")
          .with("type", String.class)
          .with("title", String.class)
          .optional("status", Shape.of(int.class))
          .with("detail", String.class)
          .optional("incident", Shape.TEXT)
          .optional("conflict", Shape.listOf(String.class));

  private static final Shape PROVENANCE =
      Shape.object("Provenance")
          .with("createdAt", Instant.class)
          .with("strategy", String.class)
          .with("version", String.class)
          .with("options", Shape.mapOf(String.class))
          .with("seed", long.class)
          .with("inputFingerprint", String.class)
          .maybe("snapshot", SnapshotId.class);

  private static final Shape PLAN =
      Shape.object("Plan")
          .with("id", String.class)
          .with("kind", PlanKind.class)
          .with("from", LocalDate.class)
          .with("weeks", int.class)
          .with("objective", Money.class)
          .with("bound", Money.class)
          .with("baseline", Money.class)
          .with("gap", double.class)
          .with("label", EvidenceLabel.class)
          .with("priceLines", Shape.listOf(PriceLine.class))
          .with("promotionLines", Shape.listOf(PromotionLine.class))
          .with("constraints", Shape.listOf(ConstraintState.class))
          .with("reasons", Shape.listOf(Reason.class))
          .with("assumptions", Shape.listOf(Reason.class))
          .with("provenance", Provenance.class);

  private static final Shape SERIES =
      Shape.object("SeriesForecast")
          .with("id", String.class)
          .with("method", String.class)
          .with("mean", double[].class)
          .with("levels", double[].class)
          .with("quantiles", Shape.listOf(double[].class))
          .with("notes", Shape.listOf(Reason.class));

  /** A job as in the list of jobs: without its result. */
  public static final Shape.Fields LISTED_JOB = job("ListedJob", false);

  private static final Shape JOB = job("Job", true);

  private ViewShapes() {}

  public static Shape.Views all() {
    Map<Class<?>, Shape> all = new HashMap<>(TrafficShapes.all());
    all.put(Provenance.class, PROVENANCE);
    all.put(Plan.class, PLAN);
    all.put(SeriesForecast.class, SERIES);
    all.put(JobStatus.class, JOB);
    all.putAll(FeatureViews.shapes());
    all.putAll(OfferShapes.shapes());
    all.putAll(LedgerViews.shapes());
    all.putAll(DemandViews.shapes());
    return Shape.Views.of(all);
  }

  private static Shape.Fields job(String name, boolean result) {
    Shape.Fields job =
        Shape.object(name)
            .with("id", String.class)
            .with("kind", String.class)
            .with("actor", String.class)
            .with("state", JobStatus.State.class)
            .with("submittedAt", Instant.class)
            .maybe("endedAt", Instant.class)
            .with("percent", double.class)
            .with("rate", double.class)
            .maybe("remainingMillis", Long.class)
            .with("message", String.class);
    job = result ? job.with("result", Shape.ANY) : job;
    return job.with("error", JOB_PROBLEM.orNull());
  }
}
