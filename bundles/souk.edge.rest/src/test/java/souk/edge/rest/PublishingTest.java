package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.UnitKind;
import souk.kernel.api.Actor;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.trust.api.Approvals;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.Publisher;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.TrustException;
import souk.trust.api.Verdict;

/** Approval and publication over HTTP: the hold-out reaches the publisher, the actor the audit. */
class PublishingTest {
  @TempDir Path folder;
  private Edge edge;
  private ReviewState state = ReviewState.PROPOSED;
  private UnitKind unit = UnitKind.SKU;
  private int designs;
  private final List<PublishRequest> published = new ArrayList<>();
  private final List<String> actors = new ArrayList<>();

  @BeforeEach
  void open() {
    edge =
        new Edge(folder)
            .with(Jobs.class, new InstantJobs())
            .with(Approvals.class, new OneReview())
            .with(Publisher.class, new Recorder())
            .with(Experiments.class, new OneExperiment());
  }

  @Test
  void onlyApprovedPlansArePublishedAndOnlyThenAnExperimentIsDesigned() {
    JsonNode refused =
        edge.ask(409, "merchandiser", Call.post("/plans/P-1/publish", "{\"holdoutShare\":0.2}"));
    assertEquals("urn:souk:problem:review.not-approved", refused.path("type").asText());
    assertEquals(0, designs);
    edge.ask(400, "merchandiser", Call.post("/plans/P-1/approve", "{}"));
    edge.ask(400, "merchandiser", Call.post("/plans/P-1/approve", "{\"reason\":\" \"}"));
    edge.ask(200, "merchandiser", Call.post("/plans/P-1/approve", "{\"reason\":\"ok\"}"));
    assertEquals(List.of("merchandiser/http"), actors);
    JsonNode done = publish("{\"holdoutShare\":0.2,\"seed\":7}");
    assertEquals("B-1", done.path("publicationId").asText());
    assertEquals("E-1", done.path("experimentId").asText());
    assertEquals(Set.of(new Sku("A")), published.get(0).heldOutSkus());
    assertTrue(published.get(0).heldOutAudience().isEmpty());
  }

  @Test
  void customersAreHeldOutByTheirTag() {
    state = ReviewState.APPROVED;
    unit = UnitKind.CUSTOMER;
    publish("{\"holdoutShare\":0.2}");
    assertEquals(Set.of(), published.get(0).heldOutSkus());
    assertEquals(Optional.of("experiment:E-1:control"), published.get(0).heldOutAudience());
  }

  @Test
  void withoutHoldoutThereIsNoExperiment() {
    state = ReviewState.APPROVED;
    JsonNode done = publish("{}");
    assertTrue(done.path("experimentId").isNull(), done.toString());
    assertEquals(0, designs);
    edge.ask(400, "admin", Call.post("/plans/P-1/publish", "{\"holdoutShare\":20}"));
    JsonNode unknown = edge.ask(404, "admin", Call.post("/plans/P-9/publish", "{}"));
    assertEquals("urn:souk:problem:plan.unknown", unknown.path("type").asText());
  }

  private JsonNode publish(String body) {
    JsonNode accepted = edge.ask(202, "merchandiser", Call.post("/plans/P-1/publish", body));
    JsonNode job = edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals("DONE", job.path("state").asText(), job.toString());
    return job.path("result");
  }

  private final class OneReview implements Approvals {
    @Override
    public Review review(String planId) {
      if (!planId.equals("P-1")) {
        throw new TrustException("plan.unknown", "There is no plan " + planId + ".");
      }
      return new Review(planId, state, new Verdict(List.of(), List.of()), List.of());
    }

    @Override
    public Review approve(String planId, Actor actor, String reason) {
      state = ReviewState.APPROVED;
      actors.add(actor.name() + "/" + actor.channel());
      return review(planId);
    }

    @Override
    public Review reject(String planId, Actor actor, String reason) {
      state = ReviewState.REJECTED;
      return review(planId);
    }
  }

  private final class Recorder implements Publisher {
    private final Publication publication =
        new Publication(
            "B-1",
            new SnapshotId("S-2"),
            Optional.empty(),
            Optional.of("P-1"),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            "merchandiser",
            "why",
            1,
            0);

    @Override
    public Publication publishBaseline(Actor actor) {
      return publication;
    }

    @Override
    public Publication publish(PublishRequest request, Actor actor, String reason) {
      published.add(request);
      return publication;
    }

    @Override
    public Publication undo(String publicationId, Actor actor, String reason) {
      return publication;
    }

    @Override
    public Optional<Publication> current() {
      return Optional.empty();
    }

    @Override
    public List<Publication> history(int limit) {
      return List.of(publication);
    }
  }

  private final class OneExperiment implements Experiments {
    @Override
    public Experiment design(String planId, double holdoutShare, long seed) {
      designs++;
      return new Experiment(
          "E-1",
          planId,
          unit,
          holdoutShare,
          seed,
          Set.of("B", "C"),
          Set.of("A"),
          java.util.Map.of(),
          Instant.EPOCH,
          EvidenceLabel.SIMULATED);
    }

    @Override
    public Optional<Experiment> find(String experimentId) {
      return Optional.empty();
    }

    @Override
    public List<Experiment> list() {
      return List.of();
    }

    @Override
    public List<String> audienceOf(CustomerKey customer) {
      return List.of();
    }

    @Override
    public List<EffectEstimate> evaluate(String experimentId, Progress progress) {
      return List.of();
    }

    @Override
    public List<EffectEstimate> effects() {
      return List.of();
    }
  }
}
