package souk.edge.rest.resources;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.data.api.SalesHistory;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.model.Money;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PlanRequest;
import souk.plan.api.Plans;
import souk.plan.api.PriceLine;
import souk.trust.api.Approvals;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;

/** Plans: propose and look at. */
final class PlanResource {
  private static final int LIMIT = 100;

  private final Rooms rooms;
  private final JobStarter jobs;

  PlanResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a proposal.
   *
   * @param kind prices or promotions
   * @param items articles with the highest revenue
   * @param weeks length of the plan
   * @param budgetMinor budget in minor units
   * @param currency of the budget; if left out, the one of the loaded sales
   * @param maximumChange greatest change of a price as a share of it
   * @param marginFloor least margin as a share of the price
   * @param seed for strategies that draw
   */
  record Propose(
      PlanKind kind,
      @Nullable Integer items,
      @Nullable Integer weeks,
      Long budgetMinor,
      @Nullable String currency,
      @Nullable BigDecimal maximumChange,
      @Nullable BigDecimal marginFloor,
      @Nullable Long seed) {}

  List<Route> routes() {
    return List.of(
        Route.post("/plans", Right.MERCHANDISE, this::propose)
            .says("Proposes prices or promotions within the limits given.")
            .takes(Propose.class)
            .starts(PlanShapes.PROPOSED)
            .fails(400, "body.unknown-currency"),
        Route.get("/plans", Right.READ, this::list)
            .says("Plans with their state, newest first.")
            .paged()
            .answers(Shape.list(PlanShapes.LISTED)),
        Route.get("/plans/{id}", Right.READ, this::plan)
            .says("One plan with lines, constraints, reasons and review.")
            .answers(PlanShapes.WHOLE)
            .fails(404, "plan.unknown"));
  }

  private Object propose(Request request) {
    Propose body = request.body(Propose.class);
    Money budget =
        Money.ofMinor(Fields.required("budgetMinor", body.budgetMinor()), currency(body));
    PlanRequest.Builder wish = PlanRequest.builder(Fields.required("kind", body.kind()), budget);
    if (body.items() != null) {
      wish.items(body.items());
    }
    if (body.weeks() != null) {
      wish.weeks(body.weeks());
    }
    if (body.maximumChange() != null) {
      wish.maximumChange(body.maximumChange());
    }
    if (body.marginFloor() != null) {
      wish.marginFloor(body.marginFloor());
    }
    if (body.seed() != null) {
      wish.seed(body.seed());
    }
    PlanRequest ready = wish.build();
    Plans plans = rooms.get(Plans.class);
    return jobs.start(
        request,
        "plan",
        progress -> {
          Plan plan = plans.propose(ready, progress);
          Map<String, Object> result = new LinkedHashMap<>();
          result.put("planId", plan.id());
          result.putAll(summary(plan));
          return result;
        });
  }

  private Object list(Request request) {
    Plans plans = rooms.get(Plans.class);
    return Page.of(request, plans::list, LIMIT, this::listed);
  }

  private Object plan(Request request) {
    String id = request.parameter("id");
    Plan plan =
        rooms.get(Plans.class).find(id).orElseThrow(() -> ProblemException.notFound("plan", id));
    Map<String, Object> view = summary(plan);
    view.put("priceLines", plan.priceLines());
    view.put("promotionLines", plan.promotionLines());
    view.put("constraints", plan.constraints());
    view.put("reasons", plan.reasons());
    view.put("assumptions", plan.assumptions());
    view.put("provenance", plan.provenance());
    view.put("review", rooms.settled(Approvals.class).map(approvals -> approvals.review(id)));
    return view;
  }

  private Map<String, Object> listed(Plan plan) {
    Map<String, Object> view = summary(plan);
    view.put(
        "state",
        rooms
            .find(Approvals.class)
            .map(approvals -> approvals.review(plan.id()))
            .map(Review::state)
            .map(ReviewState::name));
    return view;
  }

  private static Map<String, Object> summary(Plan plan) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", plan.id());
    view.put("kind", plan.kind());
    view.put("from", plan.from());
    view.put("weeks", plan.weeks());
    view.put("objective", plan.objective());
    view.put("bound", plan.bound());
    view.put("baseline", plan.baseline());
    view.put("gap", plan.gap());
    view.put("label", plan.label());
    view.put("changedPrices", plan.priceLines().stream().filter(PriceLine::changed).count());
    view.put("promotions", plan.promotionLines().size());
    view.put("createdAt", plan.provenance().createdAt());
    return view;
  }

  private Currency currency(Propose body) {
    if (body.currency() != null) {
      return Currencies.of(body.currency());
    }
    return rooms
        .get(SalesHistory.class)
        .currency()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nothing is loaded, so the currency is not known.\nMaybe POST /loads first."));
  }
}
