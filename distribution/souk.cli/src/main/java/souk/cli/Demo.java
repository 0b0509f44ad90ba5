package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * The decision loop, twice, over HTTP: everything an integrator would call, in the same order. The
 * platform knows nothing of this class.
 */
final class Demo {
  private static final int ITEMS = 200;
  private static final int FORECAST_WEEKS = 8;
  private static final int TRIAL_WEEKS = 8;

  /** Half of the units: the narrowest interval a trial of this length can give. */
  private static final double HOLDOUT = 0.5;

  /** Tight on purpose: reductions for everybody are scarce, so that the budget's price shows. */
  private static final long PRICE_BUDGET_MINOR = 50_000;

  private static final long PROMOTION_BUDGET_MINOR = 500_000;

  private final Place place;
  private final Running running;
  private final Api api;
  private final Jobs jobs;
  private final Summary summary = new Summary();
  private final DemoWords words = new DemoWords(summary);

  Demo(Place place, Running running) {
    this.place = place;
    this.running = running;
    this.api = Api.of(place, running, "admin");
    this.jobs = new Jobs(api);
  }

  void play() {
    load();
    learn();
    loop(1);
    refit();
    loop(2);
    quotes();
    jobs.run("Report", "/reports", Api.object());
  }

  Summary summary() {
    return summary;
  }

  private void load() {
    Path folder = place.home().resolve("demo");
    Path file = folder.resolve("online_retail.csv.gz");
    JsonNode mapping = Api.parse(folder.resolve("online_retail.mapping.json"));
    JsonNode first = LoadCommand.load(api, file, mapping);
    JsonNode second = LoadCommand.load(api, file, mapping);
    words.loads(first, second);
    words.quality(api.get("/quality"));
  }

  private void learn() {
    segments("rfm-quantile");
    segments("kmeans-value");
    scores("best-calibrated", 30);
    jobs.run("Recommendations", "/recommendations/runs", Api.object());
    ObjectNode forecast = Api.object().put("horizonWeeks", FORECAST_WEEKS).put("items", ITEMS);
    jobs.run("Forecasts", "/forecasts/runs", forecast);
    words.forecasts(api.get("/forecasts"), ITEMS, FORECAST_WEEKS);
    responses(false);
  }

  /** Swaps the strategy of a running platform, then lets it segment. */
  private void segments(String strategy) {
    long began = System.nanoTime();
    api.post(
        "/strategies/SegmentationStrategy/select",
        Api.object()
            .put("strategy", strategy)
            .put("version", version("SegmentationStrategy", strategy))
            .put("reason", "Demonstration"));
    long millis = (System.nanoTime() - began) / 1_000_000;
    jobs.run("Segments by " + strategy, "/segments/runs", Api.object());
    words.segments(strategy, millis, api.get("/segments"));
  }

  private void scores(String strategy, int days) {
    ObjectNode request = Api.object().put("strategy", strategy).put("horizonDays", days);
    jobs.run("Scores by " + strategy, "/customers/scores/runs", request);
    words.scores(api.get("/customers/scores?limit=3"));
  }

  private String version(String role, String strategy) {
    for (JsonNode known : Fields.list(api.get("/strategies/" + role), "strategies")) {
      if (strategy.equals(known.path("strategy").asText())) {
        return known.path("version").asText();
      }
    }
    throw new CliFailure(
        ExitCode.FAILED,
        "No strategy %s is installed for the role %s.%nMaybe its feature is missing; \"souk status\" lists the strategies."
            .formatted(strategy, role));
  }

  private void responses(boolean includeSimulated) {
    jobs.run(
        includeSimulated ? "Refit with simulated sales" : "Price response",
        "/responses/runs",
        Api.object().put("includeSimulated", includeSimulated));
    words.responses(api.get("/responses"), includeSimulated);
  }

  private void refit() {
    responses(true);
  }

  private void loop(int round) {
    words.loop(round);
    for (String kind : List.of("PRICE", "PROMOTION")) {
      ObjectNode request =
          Api.object()
              .put("kind", kind)
              .put("items", ITEMS)
              .put("weeks", TRIAL_WEEKS)
              .put(
                  "budgetMinor", "PRICE".equals(kind) ? PRICE_BUDGET_MINOR : PROMOTION_BUDGET_MINOR)
              .put("seed", round);
      String word = "PRICE".equals(kind) ? "Price" : "Promotion";
      JsonNode proposed = jobs.run(word + " plan " + round, "/plans", request);
      String planId = proposed.path("planId").asText();
      JsonNode plan = api.get("/plans/" + planId);
      words.plan(word, plan);
      if (plan.path("changedPrices").asInt() > 0 || plan.path("promotions").asInt() > 0) {
        publishAndMeasure(round, planId);
      }
    }
  }

  private void publishAndMeasure(int round, String planId) {
    api.post(
        "/plans/" + planId + "/approve",
        Api.object().put("reason", "Demonstration, round " + round));
    JsonNode published =
        jobs.run(
            "Publishing with a hold-out",
            "/plans/" + planId + "/publish",
            Api.object().put("holdoutShare", HOLDOUT).put("seed", 7));
    String experiment = published.path("experimentId").asText();
    jobs.run(
        "Simulated sales",
        "/simulations",
        Api.object()
            .put("experimentId", experiment)
            .put("weeks", TRIAL_WEEKS)
            .put("seed", 100 + round));
    JsonNode effects = jobs.run("Effect", "/experiments/" + experiment + "/evaluate", Api.object());
    words.effects(api.get("/experiments/" + experiment), effects.path("effects"));
  }

  private void quotes() {
    words.quotes(new DemoQuotes(api, Api.of(place, running, "till")).ask());
  }
}
