package souk.edge.rest.resources;

import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;

/** Roles, their strategies, and who serves. */
final class StrategyResource {
  private final Rooms rooms;

  StrategyResource(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Body of a selection.
   *
   * @param strategy id
   * @param version version
   * @param reason for the audit
   */
  record Select(String strategy, String version, String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/strategies", Right.READ, request -> admin().roles())
            .says("The roles with their strategies.")
            .answers(Shape.listOf(RoleStatus.class)),
        Route.get("/strategies/{role}", Right.READ, this::role)
            .says("One role with its strategies.")
            .answers(Shape.of(RoleStatus.class))
            .fails(404, "role.unknown"),
        Route.post("/strategies/{role}/select", Right.ADMINISTER, this::select)
            .says("Makes a strategy the primary of its role, after a self-test.")
            .takes(Select.class)
            .answers(Shape.of(RoleStatus.class))
            .fails(404, "strategy.unknown-strategy")
            .fails(409, "strategy.self-test-failed", "strategy.refused")
            .fails(503, "strategy.no-strategy", "strategy.shutting-down")
            .fails(504, "strategy.deadline"));
  }

  private Object role(Request request) {
    String role = request.parameter("role");
    return admin().role(role).orElseThrow(() -> ProblemException.notFound("role", role));
  }

  private Object select(Request request) {
    Select body = request.body(Select.class);
    StrategyRef ref =
        new StrategyRef(
            request.parameter("role"),
            Fields.required("strategy", body.strategy()),
            Fields.required("version", body.version()));
    return admin().select(ref, request.actor(), Fields.reason(body.reason()));
  }

  private RouterAdmin admin() {
    return rooms.get(RouterAdmin.class);
  }
}
