package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.plan.api.ConstraintState;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.api.Plans;

/** Price ladders that the caller brings; nothing is kept. */
final class LadderResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  LadderResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * One price point.
   *
   * @param price per unit
   * @param profit expected
   * @param units expected
   * @param cost use of the budget
   */
  record Step(double price, double profit, double units, double cost) {}

  /**
   * One item.
   *
   * @param id unique
   * @param steps at least one
   */
  record Item(String id, List<Step> steps) {}

  /**
   * Body.
   *
   * @param budget greatest sum of costs; none if left out
   * @param minimumUnits least sum of units; 0 if left out
   * @param items at least one
   */
  record Body(@Nullable Double budget, @Nullable Double minimumUnits, List<Item> items) {}

  List<Route> routes() {
    return List.of(
        Route.post("/ladders", Right.MERCHANDISE, this::solve)
            .large()
            .says("Chooses from price ladders that the caller brings; nothing is kept.")
            .takes(Body.class)
            .starts(
                Shape.object("LadderChoice")
                    .with("objective", double.class)
                    .with("bound", double.class)
                    .with("gap", double.class)
                    .with("optimal", boolean.class)
                    .with("constraints", Shape.listOf(ConstraintState.class))
                    .with("choice", Shape.listOf(Integer.class))));
  }

  private Object solve(Request request) {
    Body body = request.body(Body.class);
    LadderProblem problem =
        new LadderProblem(
            Fields.list("items", Fields.required("items", body.items())).stream()
                .map(LadderResource::item)
                .toList(),
            Fields.or(body.budget(), Double.POSITIVE_INFINITY),
            Fields.or(body.minimumUnits(), 0.0));
    Plans plans = rooms.get(Plans.class);
    return jobs.start(request, "ladder", progress -> view(plans.solve(problem, progress)));
  }

  private static LadderItem item(Item item) {
    return new LadderItem(
        Fields.required("items.id", item.id()),
        Fields.list("items.steps", Fields.required("items.steps", item.steps())).stream()
            .map(step -> new LadderStep(step.price(), step.profit(), step.units(), step.cost()))
            .toList());
  }

  private static Map<String, Object> view(LadderSolution solution) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("objective", solution.objective());
    view.put("bound", solution.bound());
    view.put("gap", solution.gap());
    view.put("optimal", solution.optimal());
    view.put("constraints", solution.constraints());
    view.put("choice", solution.choice());
    return view;
  }
}
