package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Handler;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.UnitKind;
import souk.kernel.api.Actor;
import souk.model.Sku;
import souk.trust.api.Approvals;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.Publisher;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;

/** Decisions on plans: approve, reject, publish. */
final class ReviewResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  ReviewResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a decision.
   *
   * @param reason for the audit
   */
  record Decide(String reason) {}

  /**
   * Body of a publication.
   *
   * @param holdoutShare share of units kept as they were; 0 or left out for no experiment
   * @param seed of the assignment
   * @param reason for the audit
   */
  record Publish(@Nullable Double holdoutShare, @Nullable Long seed, @Nullable String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/plans/{id}/review", Right.READ, this::review)
            .says("Where a plan stands and what the guards say.")
            .answers(Shape.of(Review.class))
            .fails(404, "plan.unknown"),
        decision("/plans/{id}/approve", "Approves a plan.", this::approve),
        decision("/plans/{id}/reject", "Rejects a plan.", this::reject),
        Route.post("/plans/{id}/publish", Right.MERCHANDISE, this::publish)
            .says("Puts an approved plan into force, with a hold-out if a share is given.")
            .takes(Publish.class)
            .starts(
                Shape.object("PublishedPlan")
                    .with("publicationId", String.class)
                    .maybe("experimentId", String.class)
                    .with("publication", Publication.class))
            .fails(404, "plan.unknown")
            .fails(409, "review.not-approved", "review.*"));
  }

  private static Route decision(String path, String summary, Handler handler) {
    return Route.post(path, Right.MERCHANDISE, handler)
        .says(summary)
        .takes(Decide.class)
        .answers(Shape.of(Review.class))
        .fails(404, "plan.unknown")
        .fails(409, "guard.blocked", "review.*", "document.conflict");
  }

  private Object review(Request request) {
    return approvals().review(request.parameter("id"));
  }

  private Object approve(Request request) {
    String reason = Fields.reason(request.body(Decide.class).reason());
    return approvals().approve(request.parameter("id"), request.actor(), reason);
  }

  private Object reject(Request request) {
    String reason = Fields.reason(request.body(Decide.class).reason());
    return approvals().reject(request.parameter("id"), request.actor(), reason);
  }

  private Object publish(Request request) {
    Publish body = request.body(Publish.class);
    double share = Fields.or(body.holdoutShare(), 0.0);
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "Field holdoutShare must lie in [0, 1), but is %s.%nMaybe it was given in percent."
              .formatted(share));
    }
    long seed = Fields.or(body.seed(), 1L);
    String reason = Fields.or(body.reason(), "Published over HTTP");
    String planId = request.parameter("id");
    approved(planId);
    Publisher publisher = rooms.get(Publisher.class);
    Optional<Experiments> experiments =
        share > 0 ? Optional.of(rooms.get(Experiments.class)) : Optional.empty();
    Actor actor = request.actor();
    return jobs.start(
        request,
        "publish",
        progress -> {
          progress.report(0, 2, "Designing the hold-out");
          Optional<Experiment> experiment = experiments.map(e -> e.design(planId, share, seed));
          progress.report(1, 2, "Publishing");
          publisher.publishBaseline(actor);
          Publication publication = publisher.publish(wish(planId, experiment), actor, reason);
          Map<String, Object> result = new LinkedHashMap<>();
          result.put("publicationId", publication.id());
          result.put("experimentId", experiment.map(Experiment::id));
          result.put("publication", publication);
          return result;
        });
  }

  static PublishRequest wish(String planId, Optional<Experiment> experiment) {
    Set<Sku> heldOutSkus =
        experiment
            .filter(e -> e.unit() == UnitKind.SKU)
            .map(e -> e.control().stream().map(Sku::new).collect(Collectors.toSet()))
            .orElse(Set.of());
    Optional<String> heldOutAudience =
        experiment
            .filter(e -> e.unit() == UnitKind.CUSTOMER)
            .map(e -> "experiment:" + e.id() + ":control");
    return new PublishRequest(planId, experiment.map(Experiment::id), heldOutSkus, heldOutAudience);
  }

  /** Refuses before an experiment is designed for a plan that could not be published. */
  private void approved(String planId) {
    Review review = approvals().review(planId);
    if (review.state() != ReviewState.APPROVED) {
      throw new TrustException(
          "review.not-approved",
          "Plan %s is %s, but only an approved plan can be published.%nMaybe POST /plans/%s/approve first."
              .formatted(planId, review.state(), planId));
    }
  }

  private Approvals approvals() {
    return rooms.get(Approvals.class);
  }
}
