package souk.edge.rest.resources;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import souk.customer.api.CustomerScore;
import souk.customer.api.Scores;
import souk.customer.api.ScoringRun;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Title;
import souk.model.CustomerKey;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;

/** What customers will probably do. */
final class ScoreResource {
  private static final int DAYS = 90;
  private static final int SHOWN = 100;
  private static final int MOST_SHOWN = 10_000;

  private static final Shape SCORE =
      Shape.object("CustomerScore")
          .with("customer", String.class)
          .with("buys", double.class)
          .with("churned", double.class)
          .with("purchases", double.class)
          .with("purchasesInterval", Interval.class)
          .with("spend", Money.class)
          .maybe("nextPurchaseDays", Double.class)
          .with("reasons", Shape.listOf(Reason.class));

  private static final Shape VIEW =
      Shape.object("ScoringRun")
          .with("id", String.class)
          .with("strategy", String.class)
          .maybe("fallbackReason", String.class)
          .with("horizonDays", int.class)
          .with("customers", int.class)
          .with("purchases", double.class)
          .with("measures", Shape.mapOf(Double.class))
          .with("scores", new Shape.ListOf(SCORE))
          .with("provenance", Provenance.class);

  private final Rooms rooms;
  private final JobStarter jobs;

  ScoreResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a run.
   *
   * @param strategy id, or left out for the selected one
   * @param horizonDays days ahead, or left out for 90
   */
  record Run(@Nullable String strategy, @Nullable Integer horizonDays) {}

  List<Route> routes() {
    return List.of(
        Route.post("/customers/scores/runs", Right.MERCHANDISE, this::run)
            .says("Tells what every customer will probably do.")
            .takes(Run.class)
            .starts(VIEW),
        Route.get("/customers/scores", Right.READ, this::latest)
            .says("The latest run, and the customers with the highest expected spend.")
            .query("limit", "How many customers, 0 to 10000; 100 if left out.", Shape.COUNT)
            .answers(VIEW)
            .fails(404, "scores.none"),
        Route.get("/customers/{key}/score", Right.READ, this::customer)
            .says("The score of a customer.")
            .answers(SCORE)
            .fails(404, "customer.unknown"));
  }

  private Object run(Request request) {
    Run body = request.body(Run.class);
    int days = Optional.ofNullable(body.horizonDays()).orElse(DAYS);
    Scores scores = rooms.get(Scores.class);
    return jobs.start(
        request,
        "scores",
        progress -> view(scores.run(Optional.ofNullable(body.strategy()), days, progress), SHOWN));
  }

  private Object latest(Request request) {
    int limit = (int) request.query("limit", SHOWN, 0, MOST_SHOWN);
    return view(
        rooms
            .get(Scores.class)
            .latest()
            .orElseThrow(() -> NotYet.run("scores", "/customers/scores/runs")),
        limit);
  }

  private Object customer(Request request) {
    return rooms
        .get(Scores.class)
        .scoreOf(new CustomerKey(request.parameter("key")))
        .map(ScoreResource::view)
        .orElseThrow(
            () ->
                ProblemException.of(
                    404,
                    "customer.unknown",
                    Title.NO_SCORE,
                    "The latest run does not know this customer.\nMaybe POST /customers/scores/runs first."));
  }

  private static Map<String, Object> view(ScoringRun run, int limit) {
    List<CustomerScore> scores = run.forecast().scores();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", run.id());
    view.put("strategy", run.strategy());
    view.put("fallbackReason", run.fallbackReason());
    view.put("horizonDays", run.forecast().horizonDays());
    view.put("customers", scores.size());
    view.put("purchases", scores.stream().mapToDouble(CustomerScore::purchases).sum());
    view.put("measures", run.forecast().measures());
    view.put(
        "scores",
        scores.stream()
            .sorted(
                Comparator.comparing(CustomerScore::spend)
                    .reversed()
                    .thenComparing(score -> score.customer().value()))
            .limit(limit)
            .map(ScoreResource::view)
            .toList());
    view.put("provenance", run.forecast().provenance());
    return view;
  }

  private static Map<String, Object> view(CustomerScore score) {
    OptionalDouble next = score.nextPurchaseDays();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("customer", score.customer().value());
    view.put("buys", score.buys());
    view.put("churned", score.churned());
    view.put("purchases", score.purchases());
    view.put("purchasesInterval", score.purchasesInterval());
    view.put("spend", score.spend());
    view.put(
        "nextPurchaseDays", next.isPresent() ? Optional.of(next.getAsDouble()) : Optional.empty());
    view.put("reasons", score.reasons());
    return view;
  }
}
