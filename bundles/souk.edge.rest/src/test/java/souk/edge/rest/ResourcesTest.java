package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.customer.api.Segments;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.data.api.QuarantinedRow;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.Measure;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.edge.rest.http.Answer;
import souk.evidence.api.Report;
import souk.evidence.api.Reports;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyRef;
import souk.model.CustomerKey;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.model.WaterfallStep;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.QuoteRequest;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.Plan;
import souk.plan.api.PlanRequest;
import souk.plan.api.Plans;

/** Each resource with a service made by hand behind it. */
class ResourcesTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  @TempDir Path folder;
  private Edge edge;

  @BeforeEach
  void open() {
    edge = new Edge(folder).with(Jobs.class, new InstantJobs());
  }

  private JsonNode job(String role, Call call) {
    JsonNode accepted = edge.ask(202, role, call);
    assertEquals("/api/v1/jobs/" + accepted.path("jobId").asText(), accepted.path("href").asText());
    return edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
  }

  @Test
  void quotesCarryTheAudienceOfTheCustomer() {
    List<QuoteRequest> seen = new ArrayList<>();
    edge.with(OfferEngine.class, new EchoEngine(seen));
    String cart =
        "{\"currency\":\"GBP\",\"customer\":\"17850\",\"coupons\":[\"C1\"],"
            + "\"lines\":[{\"sku\":\"A\",\"quantity\":2.5}]}";
    edge.ask(200, "till", Call.post("/quotes", cart));
    assertEquals(Set.of(), seen.get(0).audience());
    edge.with(Segments.class, new OneSegment());
    JsonNode quote = edge.ask(200, "till", Call.post("/quotes", cart));
    assertEquals(Set.of("segment:high-value"), seen.get(1).audience());
    assertEquals(new BigDecimal("2.5"), seen.get(1).cart().lines().get(0).quantity());
    assertEquals("store", seen.get(1).cart().channel());
    assertEquals(
        "{\"amountMinor\":90,\"currency\":\"GBP\",\"text\":\"GBP 0.90\"}",
        quote.path("net").toString());
    assertEquals("S-1", quote.path("snapshot").asText());
    assertEquals("2026-01-01T00:00:00Z", quote.path("at").asText());
    assertEquals("A", quote.path("lines").get(0).path("sku").asText());
    assertEquals(
        "LinePricer price-book 1.0.0",
        String.join(
            " ",
            quote.path("strategies").get(0).path("role").asText(),
            quote.path("strategies").get(0).path("strategy").asText(),
            quote.path("strategies").get(0).path("version").asText()));
  }

  @Test
  void aLoadIsAJobWithAReportAndAFailureHasWords() {
    edge.with(Loads.class, new OneLoad());
    String body = "{\"path\":\"/data/a.csv\",\"mapping\":{\"tables\":{}}}";
    JsonNode done = job("admin", Call.post("/loads", body));
    assertEquals("DONE", done.path("state").asText());
    assertEquals(3, done.path("result").path("rowsRead").asInt());
    assertEquals("9747747.934", done.path("result").path("sourceTotal").asText());
    JsonNode failed = job("admin", Call.post("/loads", body.replace("a.csv", "b.csv")));
    assertEquals("FAILED", failed.path("state").asText());
    assertTrue(failed.path("error").path("detail").asText().contains("b.csv"));
    assertEquals("urn:souk:problem:file.missing", failed.path("error").path("type").asText());
    JsonNode rows = edge.ask(200, "reader", Call.get("/loads/L-1/quarantine?limit=5"));
    assertEquals(7, rows.path("rows").get(0).path("rowNumber").asInt());
    edge.ask(404, "reader", Call.get("/loads/L-9"));
    edge.ask(400, "reader", Call.get("/loads/L-1/quarantine?limit=0"));
    edge.ask(403, "merchandiser", Call.post("/loads", body));
  }

  @Test
  void adhocForecastsPassValuesCovariatesAndLevels() {
    EchoForecasts forecasts = new EchoForecasts();
    edge.with(DemandForecasts.class, forecasts);
    String body =
        "{\"season\":12,\"horizon\":2,\"quantiles\":[0.1,0.9],\"series\":[{\"id\":\"s\","
            + "\"values\":[1,2,3],\"covariates\":{\"price\":[1,1,1,2,2]}}]}";
    JsonNode result = job("merchandiser", Call.post("/forecasts/adhoc", body)).path("result");
    JsonNode series = result.path("series").get(0);
    assertEquals("s", series.path("id").asText());
    assertEquals("[3.0,3.0]", series.path("mean").toString());
    assertEquals("[[2.0,2.0],[4.0,4.0]]", series.path("quantiles").toString());
    assertEquals(5, forecasts.seen.covariate("price", "s").orElseThrow().length());
    assertTrue(forecasts.task.nonNegative());
    edge.ask(
        400, "merchandiser", Call.post("/forecasts/adhoc", body.replace("[0.1,0.9]", "[10,90]")));
    edge.ask(
        400, "merchandiser", Call.post("/forecasts/adhoc", body.replace("\"horizon\":2,", "")));
  }

  @Test
  void optionsAroundAModelAndWhereASeriesBegins() {
    EchoForecasts forecasts = new EchoForecasts();
    edge.with(DemandForecasts.class, forecasts);
    String body =
        "{\"horizon\":2,\"quantiles\":[0.1,0.9],\"wholeNumbers\":true,\"stockOuts\":\"FILL_FOUND\","
            + "\"strategy\":\"ets\",\"series\":[{\"id\":\"s\",\"firstStep\":4,\"values\":[1,-2,3]}]}";
    job("merchandiser", Call.post("/forecasts/adhoc", body));
    assertEquals(4, forecasts.seen.seriesList().get(0).firstStep());
    assertTrue(forecasts.options.wholeNumbers());
    assertEquals(Optional.of("ets"), forecasts.options.strategy());
    assertEquals(ForecastOptions.StockOuts.FILL_FOUND, forecasts.options.stockOuts());
    assertEquals(false, forecasts.task.nonNegative());
  }

  @Test
  void strategiesAreComparedWithAllMeasures() {
    EchoForecasts forecasts = new EchoForecasts();
    edge.with(DemandForecasts.class, forecasts);
    String body =
        "{\"season\":4,\"horizon\":2,\"origins\":5,\"strategies\":[\"ets\"],\"groups\":{\"s\":\"tea\"},"
            + "\"series\":[{\"id\":\"s\",\"values\":[1,2,3]}]}";
    JsonNode result =
        job("merchandiser", Call.post("/forecasts/adhoc/backtest", body)).path("result");
    JsonNode score = result.path("scores").get(0);
    assertEquals(0.25, score.path("wape").asDouble());
    assertTrue(score.path("msis").isNull(), score::toString);
    assertEquals(List.of("ets"), forecasts.plan.strategies());
    assertEquals(5, forecasts.plan.origins());
    assertEquals(2, forecasts.plan.step());
    assertEquals(9, forecasts.plan.minimumTraining());
    assertEquals("tea", forecasts.plan.groups().get("s"));
    assertEquals(5, forecasts.task.levels().length);
    assertEquals(0, edge.ask(200, "reader", Call.get("/forecasts/models")).size());
    edge.ask(
        400,
        "merchandiser",
        Call.post("/forecasts/adhoc/backtest", body.replace("\"origins\":5", "\"origins\":0")));
  }

  @Test
  void anOriginThatIsNoDayIsRefused() {
    edge.with(DemandForecasts.class, new EchoForecasts());
    for (String origin : List.of("../..", "", "2026-02-30", "+999999999-12-31T00:00")) {
      String body =
          "{\"horizon\":2,\"origin\":\""
              + origin
              + "\",\"series\":[{\"id\":\"s\",\"values\":[1,2,3]}]}";
      JsonNode refused = edge.ask(400, "admin", Call.post("/forecasts/adhoc", body));
      assertTrue(refused.path("detail").asText().contains("origin"), refused::toString);
    }
  }

  @Test
  void laddersAnswerChoiceBoundAndGap() {
    edge.with(Plans.class, new FirstStep());
    String body =
        "{\"budget\":10,\"items\":[{\"id\":\"i\",\"steps\":"
            + "[{\"price\":1,\"profit\":2,\"units\":3,\"cost\":4}]}]}";
    JsonNode result = job("merchandiser", Call.post("/ladders", body)).path("result");
    assertEquals("[0]", result.path("choice").toString());
    assertEquals(2, result.path("objective").asDouble());
    assertEquals(0, result.path("gap").asDouble());
    edge.ask(400, "admin", Call.post("/ladders", body.replace("\"cost\":4", "\"cost\":-4")));
    edge.ask(400, "admin", Call.post("/ladders", body.replace(",\"cost\":4", "")));
  }

  @Test
  void offersInForceAreData() {
    Offer offer =
        Offer.builder(
                "O-1",
                "Ten",
                new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(9)),
                new Spec("percentage", Map.of("percent", 10)))
            .build();
    Snapshot snapshot =
        Snapshot.builder(new SnapshotId("S-3"), Instant.EPOCH)
            .part(OfferBook.class, new OfferBook(List.of(offer)))
            .build();
    edge.with(Snapshots.class, new OneSnapshot(snapshot));
    JsonNode offers = edge.ask(200, "reader", Call.get("/offers"));
    assertEquals("S-3", offers.path("snapshot").asText());
    assertEquals(
        10, offers.path("offers").get(0).path("effect").path("parameters").path("percent").asInt());
    assertEquals("S-3", Edge.json(edge.ask(Call.get("/health"))).path("snapshot").asText());
  }

  @Test
  void theReportRunsItsOwnScriptsOnly() {
    String page = "<html><style>a{}</style><script>alert(1)</script></html>";
    edge.with(Reports.class, new OneReport(page));
    edge.ask(400, "admin", Call.post("/reports", "{\"locale\":\"fr\"}"));
    assertEquals(
        "DONE", job("admin", Call.post("/reports", "{\"locale\":\"zh\"}")).path("state").asText());
    Answer answer = edge.ask(Call.get("/report").key(edge.key("reader")));
    assertEquals(200, answer.status());
    assertEquals(page, new String(answer.body(), StandardCharsets.UTF_8));
    String policy = answer.headers().get("Content-Security-Policy");
    assertTrue(
        policy.contains("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
        policy);
    assertTrue(!policy.contains("script-src 'unsafe"), policy);
    edge.ask(403, "till", Call.get("/report"));
  }

  private record EchoEngine(List<QuoteRequest> seen) implements OfferEngine {
    @Override
    public Quote quote(QuoteRequest request) {
      seen.add(request);
      Money full = Money.ofMinor(100, GBP);
      Money off = Money.ofMinor(10, GBP);
      Money net = Money.ofMinor(90, GBP);
      return new Quote(
          new DecisionId("D-1"),
          new SnapshotId("S-1"),
          Instant.parse("2026-01-01T00:00:00Z"),
          List.of(
              new QuoteLine(
                  "1",
                  request.cart().lines().get(0).sku(),
                  BigDecimal.ONE,
                  full,
                  full,
                  off,
                  net,
                  List.of(new WaterfallStep("list-price", "Price", full)))),
          full,
          off,
          net,
          List.of(new AppliedOffer("O", "Ten", off)),
          List.of(),
          List.of(),
          List.of(new StrategyRef("LinePricer", "price-book", "1.0.0")));
    }

    @Override
    public List<Reason> validate(OfferBook offers, PriceBook prices) {
      return List.of();
    }
  }

  private static final class OneSegment implements Segments {
    @Override
    public souk.customer.api.SegmentationRun run(Optional<String> strategy, Progress progress) {
      throw new IllegalStateException("Nothing is loaded.");
    }

    @Override
    public Optional<souk.customer.api.SegmentationRun> latest() {
      return Optional.empty();
    }

    @Override
    public Optional<String> segmentOf(CustomerKey customer) {
      return Optional.of("high-value");
    }
  }

  static final class OneLoad implements Loads {
    private final LoadReport report =
        new LoadReport(
            "L-1",
            "/data/a.csv",
            "f",
            Instant.EPOCH,
            5,
            3,
            2,
            0,
            1,
            0,
            Map.of("date.absurd", 1L),
            Map.of(),
            "GBP",
            new BigDecimal("9747747.934"),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    @Override
    public LoadReport load(LoadRequest request, Progress progress) {
      assertEquals("{\"tables\":{}}", request.mappingJson());
      if (request.location().endsWith("b.csv")) {
        throw new LoadException("file.missing", "There is no file /data/b.csv.");
      }
      return report;
    }

    @Override
    public List<LoadReport> list() {
      return List.of(report);
    }

    @Override
    public Optional<LoadReport> find(String loadId) {
      return Optional.of(report).filter(r -> r.loadId().equals(loadId));
    }

    @Override
    public List<QuarantinedRow> quarantine(String loadId, long offset, int limit) {
      return List.of(new QuarantinedRow(loadId, 7, "date", "x", "date.absurd", "No.", "raw"));
    }
  }

  private static final class EchoForecasts implements DemandForecasts {
    private Panel seen =
        Panel.builder(new souk.model.TimeGrid(LocalDate.EPOCH, souk.model.Frequency.DAY)).build();
    private ForecastTask task = new ForecastTask(1, 1, new double[0], false, 0, Instant.EPOCH);
    private ForecastOptions options = ForecastOptions.plain();
    private BacktestPlan plan = BacktestPlan.of(1, 1, 1);

    @Override
    public DemandForecast forecast(
        Panel history, ForecastTask wish, ForecastOptions around, Progress progress) {
      options = around;
      return forecast(history, wish, around.strategy(), progress);
    }

    @Override
    public BacktestReport backtest(
        Panel history, ForecastTask wish, BacktestPlan compared, Progress progress) {
      seen = history;
      task = wish;
      plan = compared;
      AccuracyScore score =
          AccuracyScore.builder("ets", AccuracyScore.ALL).value(Measure.WAPE, 0.25).build();
      return new BacktestReport("", List.of(score), List.of(), List.of(), List.of());
    }

    @Override
    public ForecastRun run(ForecastRequest request, Progress progress) {
      throw new IllegalStateException("Nothing is loaded.");
    }

    @Override
    public Optional<ForecastRun> latest() {
      return Optional.empty();
    }

    @Override
    public DemandForecast forecast(
        Panel history, ForecastTask wish, Optional<String> strategy, Progress progress) {
      seen = history;
      task = wish;
      return new DemandForecast(
          history.grid(),
          3,
          List.of(
              new SeriesForecast(
                  "s",
                  new double[] {3, 3},
                  wish.levels(),
                  new double[][] {{2, 2}, {4, 4}},
                  "mean",
                  List.of())),
          Provenance.builder(Instant.EPOCH, "mean", "1.0.0").build());
    }
  }

  private static final class FirstStep implements Plans {
    @Override
    public Plan propose(PlanRequest request, Progress progress) {
      throw new IllegalStateException("Nothing is loaded.");
    }

    @Override
    public Optional<Plan> find(String planId) {
      return Optional.empty();
    }

    @Override
    public List<Plan> list(int limit) {
      return List.of();
    }

    @Override
    public LadderSolution solve(LadderProblem problem, Progress progress) {
      return new LadderSolution(List.of(0), 2, 2, List.of(), true);
    }
  }

  private record OneSnapshot(Snapshot snapshot) implements Snapshots {
    @Override
    public Optional<Snapshot> current() {
      return Optional.of(snapshot);
    }

    @Override
    public Optional<Snapshot> publish(Snapshot next) {
      return Optional.empty();
    }
  }

  private record OneReport(String page) implements Reports {
    @Override
    public Report render(Locale locale, Progress progress) {
      assertEquals("zh", locale.getLanguage());
      return latest().orElseThrow();
    }

    @Override
    public Optional<Report> latest() {
      return Optional.of(
          new Report(
              "R-1",
              Instant.EPOCH,
              "text/html; charset=utf-8",
              page.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
