package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Jobs;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyRouter;
import souk.model.SnapshotId;
import souk.offer.api.OfferEngine;

/** Whether the platform is up. */
final class HealthResource {
  private final Rooms rooms;
  private final String version;

  HealthResource(Rooms rooms, String version) {
    this.rooms = rooms;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/health", Right.OPEN, this::health)
            .says("Whether quotes and the decision log work.")
            .answers(
                Shape.object("Health")
                    .with("status", Shape.oneOf("UP", "DEGRADED"))
                    .with("version", String.class)
                    .maybe("snapshot", SnapshotId.class)
                    .optional("trouble", Shape.TEXT)));
  }

  private Object health(Request request) {
    boolean kernel =
        rooms.find(StrategyRouter.class).isPresent() && rooms.find(Jobs.class).isPresent();
    boolean till = rooms.find(OfferEngine.class).isPresent();
    String trouble =
        rooms.find(DecisionLog.class).flatMap(DecisionLog::trouble).isPresent()
            ? "the decision log cannot be written"
            : kernel ? till ? "" : "no offer engine" : "no kernel";
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", trouble.isEmpty() ? "UP" : "DEGRADED");
    health.put("version", version);
    health.put(
        "snapshot", rooms.find(Snapshots.class).flatMap(Snapshots::current).map(Snapshot::id));
    if (!trouble.isEmpty()) {
      health.put("trouble", trouble);
    }
    return health;
  }
}
