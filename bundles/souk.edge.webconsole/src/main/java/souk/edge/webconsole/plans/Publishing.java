package souk.edge.webconsole.plans;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.UnitKind;
import souk.kernel.api.Actor;
import souk.model.Sku;
import souk.trust.api.Approvals;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.Publisher;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;

/** Publishes a plan, whole or with a randomised hold-out that tells its effect. */
final class Publishing {
  private static final long MOST_PERCENT = 90;

  private final Publisher publisher;
  private final @Nullable Experiments experiments;
  private final Approvals approvals;

  Publishing(Publisher publisher, @Nullable Experiments experiments, Approvals approvals) {
    this.publisher = publisher;
    this.experiments = experiments;
    this.approvals = approvals;
  }

  /**
   * @param holdOutPercent percent of articles or customers for whom all stays as it was; 0 for none
   * @param seed of their choice
   */
  Publication publish(String planId, long holdOutPercent, long seed, Actor actor, String reason) {
    if (approvals.review(planId).state() != ReviewState.APPROVED) {
      throw new TrustException(
          "review.not-approved", "Plan %s is not approved yet.".formatted(planId));
    }
    if (holdOutPercent > MOST_PERCENT) {
      throw new IllegalArgumentException(
          "A hold-out may have at most %d percent, not %d."
              .formatted(MOST_PERCENT, holdOutPercent));
    }
    Optional<Experiment> experiment =
        experiments == null || holdOutPercent == 0
            ? Optional.empty()
            : Optional.of(experiments.design(planId, holdOutPercent / 100.0, seed));
    publisher.publishBaseline(actor);
    return publisher.publish(wish(planId, experiment), actor, reason);
  }

  private static PublishRequest wish(String planId, Optional<Experiment> experiment) {
    Set<Sku> articles =
        experiment
            .filter(e -> e.unit() == UnitKind.SKU)
            .map(e -> e.control().stream().map(Sku::new).collect(Collectors.toSet()))
            .orElse(Set.of());
    Optional<String> audience =
        experiment
            .filter(e -> e.unit() == UnitKind.CUSTOMER)
            .map(e -> "experiment:" + e.id() + ":control");
    return new PublishRequest(planId, experiment.map(Experiment::id), articles, audience);
  }
}
