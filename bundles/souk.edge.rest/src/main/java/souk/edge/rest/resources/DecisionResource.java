package souk.edge.rest.resources;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Replay;
import souk.kernel.api.Replays;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.SnapshotId;

/** What was decided, and the same worked out again. */
final class DecisionResource {
  private final Rooms rooms;

  DecisionResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * A log entry.
   *
   * @param id id
   * @param kind kind
   * @param at instant
   * @param actor who decided
   * @param snapshot prices and offers it was made with
   * @param strategies strategies that took part
   * @param body what was decided
   */
  record Entry(
      DecisionId id,
      String kind,
      Instant at,
      String actor,
      Optional<SnapshotId> snapshot,
      List<StrategyRef> strategies,
      @JsonRawValue String body) {
    static Entry of(Decision d) {
      return new Entry(
          d.id(), d.kind(), d.at(), d.actor().name(), d.snapshot(), d.strategies(), d.bodyJson());
    }
  }

  /** Body of a replay: nothing. */
  record Again() {}

  List<Route> routes() {
    Shape entry =
        Shape.object("Decision")
            .with("id", DecisionId.class)
            .with("kind", String.class)
            .with("at", Instant.class)
            .with("actor", String.class)
            .with("snapshot", Shape.of(SnapshotId.class).orNull())
            .with("strategies", Shape.listOf(StrategyRef.class))
            .with("body", Shape.ANY);
    return List.of(
        Route.get("/decisions", Right.READ, this::list)
            .says("The log entries of a kind, newest first.")
            .query("kind", "Kind of the decisions; quote if left out.", Shape.of(String.class))
            .paged()
            .answers(Shape.list(entry)),
        Route.get("/decisions/{id}", Right.READ, this::one)
            .says("One log entry.")
            .answers(entry)
            .fails(404, "decision.unknown"),
        Route.post("/decisions/{id}/replay", Right.READ, this::replay)
            .says(
                "Works a decision out again with its snapshot and strategy versions, and compares.")
            .takes(Again.class)
            .answers(Shape.of(Replay.class))
            .fails(404, "decision.unknown")
            .changesNothing());
  }

  private Object list(Request request) {
    String kind = request.query("kind").orElse("quote");
    DecisionLog log = rooms.get(DecisionLog.class);
    return Page.of(request, limit -> log.latest(kind, limit), 100, Entry::of);
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    return rooms
        .get(DecisionLog.class)
        .find(new DecisionId(id))
        .map(Entry::of)
        .orElseThrow(() -> ProblemException.notFound("decision", id));
  }

  private Object replay(Request request) {
    request.body(Again.class);
    String id = request.parameter("id");
    return rooms
        .get(Replays.class)
        .replay(new DecisionId(id))
        .orElseThrow(() -> ProblemException.notFound("decision", id));
  }
}
