package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.Loads;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.Champion;
import souk.demand.api.CoherentForecast;
import souk.demand.api.CoherentTotal;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.DemandParts;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastHierarchies;
import souk.demand.api.ForecastMonitor;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.ForecasterInfo;
import souk.demand.api.HierarchyPlan;
import souk.demand.api.Measure;
import souk.demand.api.Scenario;
import souk.demand.api.ScenarioComparison;
import souk.demand.api.ScenarioForecast;
import souk.demand.api.SeriesChoice;
import souk.demand.api.SeriesForecast;
import souk.demand.api.WhatIf;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.TimeGrid;

/** Routes of the demand room, with services made by hand behind them. */
class DemandTest {
  private static final Reason REASON = Reason.of("x", "Because of 3.", 3);
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  private static final DemandForecast FORECAST =
      new DemandForecast(
          GRID,
          10,
          List.of(
              new SeriesForecast(
                  "s", new double[] {3}, new double[0], new double[0][], "m", List.of(REASON))),
          Provenance.builder(Instant.EPOCH, "m", "1.0.0").build());
  private static final AccuracyScore SCORE =
      AccuracyScore.builder("ets", "drinks")
          .judged(4, 2, 3)
          .value(Measure.WAPE, 0.25)
          .value(Measure.MSIS, Double.NaN)
          .build();
  private static final BacktestReport REPORT =
      new BacktestReport(
          "R-1",
          List.of(SCORE),
          List.of(new Champion("drinks", "ets", List.of(SCORE), REASON)),
          List.of(new SeriesChoice("s", "drinks", "ets", REASON)),
          List.of(REASON));

  @TempDir Path folder;
  private Edge edge;
  private final List<Panel> panels = new ArrayList<>();
  private final List<ForecastOptions> options = new ArrayList<>();
  private final List<Object> plans = new ArrayList<>();

  @BeforeEach
  void open() {
    edge =
        new Edge(folder)
            .with(Jobs.class, new InstantJobs())
            .with(DemandForecasts.class, new Forecasts())
            .with(WhatIf.class, new Futures())
            .with(ForecastHierarchies.class, new Sums())
            .with(DemandBaselines.class, new Parts())
            .with(ForecastMonitor.class, new Watch());
  }

  private JsonNode result(Call call) {
    JsonNode accepted = edge.ask(202, "merchandiser", call);
    edge.ask(403, "reader", call);
    JsonNode job = edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals("DONE", job.path("state").asText(), job::toString);
    return job.path("result");
  }

  private static final String SERIES =
      "\"series\":[{\"id\":\"s\",\"values\":[1,null,3],\"attributes\":{\"category\":\"drinks\"}}]";

  @Test
  void theBacktestOfTheLatestRunHasAllMeasures() {
    JsonNode report = edge.ask(200, "reader", Call.get("/forecasts/backtest"));
    JsonNode score = report.path("champions").get(0).path("ranking").get(0);
    assertEquals(0.25, score.path("wape").asDouble());
    assertTrue(score.path("msis").isNull());
    assertEquals(
        "Because of 3.", report.path("choices").get(0).path("reason").path("text").asText());
    assertEquals(
        "known",
        edge.ask(200, "reader", Call.get("/forecasts/models")).get(0).path("covariates").asText());
    edge.with(DemandForecasts.class, new Forecasts(Optional.empty()));
    edge.ask(404, "reader", Call.get("/forecasts/backtest"));
  }

  /** New sales say whether forecasts still hold; nobody has to ask. */
  @Test
  void afterALoadTheForecastsAreChecked() {
    edge.with(Loads.class, new ResourcesTest.OneLoad());
    Call load = Call.post("/loads", "{\"path\":\"/sales.csv\",\"mapping\":{\"tables\":{}}}");
    edge.with(DemandForecasts.class, new Forecasts(Optional.empty()));
    edge.ask(202, "admin", load);
    edge.ask(404, "reader", Call.get("/forecasts/drift"));
    edge.with(DemandForecasts.class, new Forecasts());
    edge.ask(202, "admin", load);
    assertTrue(edge.ask(200, "reader", Call.get("/forecasts/drift")).path("refitDue").asBoolean());
  }

  @Test
  void gapsAreStepsWithoutStockAndOptionsArrive() {
    JsonNode answer =
        result(
            Call.post(
                "/forecasts/adhoc",
                "{\"horizon\":1,\"calibrated\":true,\"wholeNumbers\":true,\"holidays\":\"CN\","
                    + SERIES
                    + "}"));
    assertEquals(3, answer.path("series").get(0).path("mean").get(0).asDouble());
    assertArrayEquals(
        new double[] {1, 0, 1}, panels.get(0).covariate("available", "s").orElseThrow().values());
    assertArrayEquals(
        new double[] {2, 2, 2}, panels.get(0).covariate("category", "s").orElseThrow().values());
    ForecastOptions seen = options.get(0);
    assertEquals(ForecastOptions.StockOuts.FILL_KNOWN, seen.stockOuts());
    assertTrue(seen.calibrated() && seen.wholeNumbers());
    assertEquals(Optional.of("CN"), seen.holidays());
    edge.ask(
        400,
        "admin",
        Call.post(
            "/forecasts/adhoc",
            "{\"horizon\":1,\"series\":[{\"id\":\"s\",\"values\":[null,null]}]}"));
  }

  @Test
  void backtestsOfSeriesBroughtAreGrouped() {
    result(
        Call.post(
            "/forecasts/adhoc/backtest",
            "{\"horizon\":2,\"origins\":3,\"strategies\":[\"ets\"]," + SERIES + "}"));
    BacktestPlan plan = (BacktestPlan) plans.get(0);
    assertEquals(3, plan.origins());
    assertEquals(2, plan.step());
    assertEquals(List.of("ets"), plan.strategies());
    assertEquals(Map.of("s", "drinks"), plan.groups());
  }

  @Test
  void scenariosOfSeriesBroughtAndOfLoadedSales() {
    String scenarios =
        "\"scenarios\":[{\"name\":\"plan\"},{\"name\":\"off\",\"changes\":[{\"covariate\":\"price\","
            + "\"kind\":\"SCALE\",\"value\":0.9}]}]";
    JsonNode answer =
        result(
            Call.post("/forecasts/scenarios", "{\"horizon\":5," + scenarios + "," + SERIES + "}"));
    assertEquals(1.5, answer.path("scenarios").get(0).path("ratio").asDouble());
    Scenario off = (Scenario) plans.get(1);
    assertEquals(5, off.changes().get(0).untilStep());
    result(Call.post("/forecasts/scenarios", "{\"items\":7," + scenarios + "}"));
    assertEquals(7, ((ForecastRequest) plans.get(2)).items());
    edge.ask(
        400,
        "merchandiser",
        Call.post("/forecasts/scenarios", "{\"scenarios\":[{\"name\":\"x\",\"changes\":[{}]}]}"));
  }

  @Test
  void hierarchiesAddUpByLevels() {
    JsonNode answer =
        result(
            Call.post(
                "/forecasts/hierarchies",
                "{\"levels\":[[],[\"category\"]],\"method\":\"BOTTOM_UP\"," + SERIES + "}"));
    assertEquals("s", answer.path("totals").get(0).path("members").get(0).asText());
    HierarchyPlan plan = (HierarchyPlan) plans.get(0);
    assertEquals(List.of(List.of(), List.of("category")), plan.levels());
    result(Call.post("/forecasts/hierarchies", "{\"items\":9}"));
    assertEquals(9, ((ForecastRequest) plans.get(1)).items());
    edge.ask(
        400,
        "merchandiser",
        Call.post("/forecasts/hierarchies", "{\"levels\":[[\"region\"]]," + SERIES + "}"));
  }

  @Test
  void decompositionsAreKeptAndShownByArticle() {
    assertEquals(
        "s",
        result(Call.post("/forecasts/decompositions/runs", "{}")).path("series").get(0).asText());
    JsonNode brought = result(Call.post("/forecasts/decompositions", "{" + SERIES + "}"));
    assertEquals(5, brought.path("parts").get(0).path("baseline").get(0).asDouble());
    JsonNode one = edge.ask(200, "reader", Call.get("/forecasts/decompositions/s"));
    assertEquals("2024-01-15", one.path("firstDate").asText());
    assertTrue(one.path("parts").path("stockOut").get(0).asBoolean());
    assertEquals(
        1, edge.ask(200, "reader", Call.get("/forecasts/decompositions")).path("series").size());
    edge.ask(404, "reader", Call.get("/forecasts/decompositions/t"));
  }

  @Test
  void driftIsCheckedAndShown() {
    edge.ask(404, "reader", Call.get("/forecasts/drift"));
    assertTrue(result(Call.post("/forecasts/drift/checks", "{}")).path("refitDue").asBoolean());
    JsonNode report = edge.ask(200, "reader", Call.get("/forecasts/drift"));
    assertEquals(7.5, report.path("findings").get(0).path("statistic").asDouble());
  }

  @Test
  void aRefreshIsARun() {
    assertEquals(
        "R-2",
        result(Call.post("/forecasts/refreshes", "{\"horizonWeeks\":3}")).path("id").asText());
    assertEquals(3, ((ForecastRequest) plans.get(0)).horizonWeeks());
  }

  private final class Forecasts implements DemandForecasts {
    private final Optional<BacktestReport> report;

    Forecasts() {
      this(Optional.of(REPORT));
    }

    Forecasts(Optional<BacktestReport> report) {
      this.report = report;
    }

    @Override
    public ForecastRun run(ForecastRequest request, Progress progress) {
      throw new IllegalStateException("not asked");
    }

    @Override
    public ForecastRun refresh(ForecastRequest request, Progress progress) {
      plans.add(request);
      return new ForecastRun("R-2", FORECAST, List.of(), Map.of("s", "m"), List.of());
    }

    @Override
    public Optional<ForecastRun> latest() {
      return Optional.empty();
    }

    @Override
    public Optional<BacktestReport> latestBacktest() {
      return report;
    }

    @Override
    public List<ForecasterInfo> models() {
      return List.of(new ForecasterInfo("m", "1.0.0", "M", "f", 4, "known", 0, false));
    }

    @Override
    public DemandForecast forecast(
        Panel history, ForecastTask task, Optional<String> strategy, Progress progress) {
      throw new IllegalStateException("not asked");
    }

    @Override
    public DemandForecast forecast(
        Panel history, ForecastTask task, ForecastOptions wish, Progress progress) {
      panels.add(history);
      options.add(wish);
      return FORECAST;
    }

    @Override
    public BacktestReport backtest(
        Panel history, ForecastTask task, BacktestPlan plan, Progress progress) {
      plans.add(plan);
      return REPORT;
    }
  }

  private final class Futures implements WhatIf {
    private static final ScenarioComparison ANSWER =
        new ScenarioComparison(
            "m", List.of(new ScenarioForecast("plan", FORECAST, 3, 1, 1.5)), List.of(REASON));

    @Override
    public ScenarioComparison compare(
        Panel history,
        ForecastTask task,
        List<Scenario> scenarios,
        ForecastOptions wish,
        Progress progress) {
      plans.addAll(scenarios);
      return ANSWER;
    }

    @Override
    public ScenarioComparison compareLoaded(
        ForecastRequest request,
        List<Scenario> scenarios,
        ForecastOptions wish,
        Progress progress) {
      plans.add(request);
      return ANSWER;
    }
  }

  private final class Sums implements ForecastHierarchies {
    private static final CoherentForecast ANSWER =
        new CoherentForecast(
            FORECAST,
            List.of(
                new CoherentTotal(List.of(), Map.of(), List.of("s"), FORECAST.seriesList().get(0))),
            0.1,
            List.of());

    @Override
    public CoherentForecast forecast(
        Panel bottom,
        HierarchyPlan plan,
        ForecastTask task,
        ForecastOptions wish,
        Progress progress) {
      plans.add(plan);
      return ANSWER;
    }

    @Override
    public CoherentForecast forecastLoaded(
        ForecastRequest request,
        HierarchyPlan.Method method,
        ForecastOptions wish,
        Progress progress) {
      plans.add(request);
      return ANSWER;
    }
  }

  private static final class Parts implements DemandBaselines {
    private static final double[] FIVE = {5};

    @Override
    public Decomposition decompose(
        Panel history, Map<String, String> categories, Progress progress) {
      return latest().orElseThrow();
    }

    @Override
    public Decomposition run(int items, Progress progress) {
      return latest().orElseThrow();
    }

    @Override
    public Optional<Decomposition> latest() {
      return Optional.of(
          new Decomposition(
              GRID,
              List.of(new DemandParts("s", 2, FIVE, FIVE, FIVE, FIVE, FIVE, new boolean[] {true})),
              List.of(REASON),
              FORECAST.provenance()));
    }
  }

  private static final class Watch implements ForecastMonitor {
    private Optional<DriftReport> latest = Optional.empty();

    @Override
    public DriftReport check(Progress progress) {
      DriftReport report =
          new DriftReport(
              "R-1",
              Instant.EPOCH,
              true,
              List.of(new DriftFinding("", 4, 3, 0.5, 1.5, 7.5, 5, true, REASON)),
              List.of(REASON));
      latest = Optional.of(report);
      return report;
    }

    @Override
    public Optional<DriftReport> latest() {
      return latest;
    }
  }
}
