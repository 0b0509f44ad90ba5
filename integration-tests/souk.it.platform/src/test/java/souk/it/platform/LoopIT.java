package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** From a file to a report in one running platform; the steps build on each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoopIT {
  @TempDir static Path folder;
  private static Platform platform;
  private static Path csv;
  private static int lines;
  private static String planId;
  private static String publicationId;
  private static String experimentId;

  @BeforeAll
  static void start() throws Exception {
    csv = folder.resolve("shop.csv");
    lines = Shop.write(csv);
    platform = Platform.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  @Order(1)
  void loadsAndReconciles() throws Exception {
    JsonNode report = platform.job("/loads", Shop.load(csv));
    assertEquals(lines, report.path("rowsRead").asInt());
    assertEquals(lines, report.path("rowsLoaded").asInt() + report.path("rowsQuarantined").asInt());
    assertEquals(0, report.path("rowsQuarantined").asInt(), report::toPrettyString);
  }

  @Test
  @Order(2)
  void loadingAgainChangesNothing() throws Exception {
    JsonNode report = platform.job("/loads", Shop.load(csv));
    assertEquals(0, report.path("rowsLoaded").asInt(), report::toPrettyString);
    assertEquals(lines, report.path("rowsUnchanged").asInt(), report::toPrettyString);
  }

  @Test
  @Order(3)
  void aWrongFileLoadsNothing() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "a,b\n1,2\n");
    JsonNode job = platform.finished("/loads", Shop.load(wrong));
    assertEquals("FAILED", job.path("state").asText(), job::toPrettyString);
    assertEquals(
        "urn:souk:problem:mapping.unknown-column",
        job.path("error").path("type").asText(),
        job::toPrettyString);
    String detail = job.path("error").path("detail").asText();
    assertTrue(detail.contains("the source has \"a\", \"b\""), detail);
    assertTrue(detail.contains("sku from column \"stock_code\""), detail);
    assertEquals(1, platform.get("/loads").size());
  }

  @Test
  @Order(4)
  void segmentsCustomers() throws Exception {
    platform.job("/segments/runs", Platform.object());
    JsonNode segments = platform.get("/segments");
    assertTrue(segments.toString().contains("12"), segments::toPrettyString);
    assertTrue(!segments.isEmpty(), segments::toPrettyString);
  }

  @Test
  @Order(5)
  void forecastsWithABacktest() throws Exception {
    platform.job("/forecasts/runs", Platform.object().put("horizonWeeks", 4).put("items", 10));
    JsonNode run = platform.get("/forecasts");
    assertFalse(run.path("backtest").isEmpty(), run::toPrettyString);
  }

  @Test
  @Order(6)
  void estimatesPriceResponse() throws Exception {
    platform.job("/responses/runs", Platform.object().put("includeSimulated", false));
    JsonNode model = platform.get("/responses");
    assertEquals(
        Shop.ELASTICITY, model.path("pooledElasticity").asDouble(), 0.4, model::toPrettyString);
  }

  @Test
  @Order(7)
  void proposesAPlanWithBoundAndGap() throws Exception {
    JsonNode result =
        platform.job(
            "/plans",
            Platform.object().put("kind", "PRICE").put("items", 20).put("budgetMinor", 100_000));
    planId = result.path("planId").asText();
    JsonNode plan = platform.get("/plans/" + planId);
    assertTrue(plan.path("gap").asDouble() < 0.01, plan::toPrettyString);
    assertFalse(plan.path("assumptions").isEmpty(), plan::toPrettyString);
  }

  @Test
  @Order(8)
  void aTillMayNotApprove() throws Exception {
    HttpResponse<String> answer =
        platform.send(
            "POST",
            "/plans/" + planId + "/approve",
            Platform.object().put("reason", "no"),
            platform.key("till"));
    assertEquals(403, answer.statusCode(), answer::body);
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").contains("problem+json"),
        answer.headers()::toString);
  }

  @Test
  @Order(9)
  void publishesWithAHoldout() throws Exception {
    platform.post("/plans/" + planId + "/approve", Platform.object().put("reason", "test"));
    JsonNode result =
        platform.job(
            "/plans/" + planId + "/publish",
            Platform.object().put("holdoutShare", 0.3).put("seed", 7));
    publicationId = result.path("publicationId").asText();
    experimentId = result.path("experimentId").asText();
    assertFalse(publicationId.isEmpty(), result::toPrettyString);
    assertFalse(experimentId.isEmpty(), result::toPrettyString);
  }

  @Test
  @Order(10)
  void quotesACart() throws Exception {
    JsonNode quote = quote(Shop.sku(1), 3);
    assertFalse(quote.path("snapshot").asText().isEmpty(), quote::toPrettyString);
    assertEquals(1, quote.path("lines").size(), quote::toPrettyString);
  }

  @Test
  @Order(11)
  void anUnknownArticleIsAProblemWithItsName() throws Exception {
    ObjectNode cart = Shop.cart(1, "no-such-article");
    HttpResponse<String> answer = platform.send("POST", "/quotes", cart, platform.key("till"));
    assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer::body);
    assertTrue(answer.body().contains("no-such-article"), answer::body);
  }

  @Test
  @Order(12)
  void simulatesAndMeasuresTheEffect() throws Exception {
    platform.job(
        "/simulations",
        Platform.object().put("experimentId", experimentId).put("weeks", 4).put("seed", 5));
    JsonNode effects =
        platform.job("/experiments/" + experimentId + "/evaluate", Platform.object());
    assertTrue(
        effects.toString().toLowerCase(java.util.Locale.ROOT).contains("simulated"),
        effects::toPrettyString);
  }

  @Test
  @Order(13)
  void undoesAPublication() throws Exception {
    long before = quote(Shop.sku(1), 1).path("gross").toString().hashCode();
    platform.post(
        "/publications/" + publicationId + "/undo", Platform.object().put("reason", "test"));
    JsonNode after = quote(Shop.sku(1), 1);
    assertFalse(after.path("snapshot").asText().isEmpty(), () -> before + after.toPrettyString());
  }

  @Test
  @Order(14)
  void rendersTheReportInOneFile() throws Exception {
    platform.job("/reports", Platform.object());
    HttpResponse<String> report = platform.send("GET", "/report", null, platform.key("reader"));
    assertEquals(200, report.statusCode());
    assertTrue(report.body().contains("<html"), "no HTML");
    assertFalse(report.body().contains("src=\"http"), "the report loads from elsewhere");
  }

  @Test
  @Order(15)
  void aRestartKeepsEverything() throws Exception {
    JsonNode loads = platform.get("/loads");
    JsonNode plans = platform.get("/plans");
    JsonNode before = quote(Shop.sku(2), 2);
    assertEquals(0, platform.stop() & 0x7f & ~0xf, "exit status");
    platform = Platform.start(folder);
    assertEquals(loads, platform.get("/loads"));
    assertEquals(plans, platform.get("/plans"));
    JsonNode after = quote(Shop.sku(2), 2);
    assertEquals(before.path("net"), after.path("net"));
    assertEquals(before.path("snapshot"), after.path("snapshot"));
  }

  @Test
  @Order(16)
  void aKillLosesNothingThatWasAnswered() throws Exception {
    platform.post(
        "/strategies/SegmentationStrategy/select",
        Platform.object()
            .put("strategy", "rfm-quantile")
            .put("version", "1.0.0")
            .put("reason", "before the kill"));
    platform.kill();
    platform = Platform.start(folder);
    assertEquals(
        "rfm-quantile",
        platform.role("SegmentationStrategy").path("primary").path("strategy").asText());
    assertFalse(quote(Shop.sku(2), 2).path("net").isMissingNode());
  }

  private static JsonNode quote(String sku, int quantity) throws Exception {
    HttpResponse<String> answer =
        platform.send("POST", "/quotes", Shop.cart(quantity, sku), platform.key("till"));
    assertEquals(200, answer.statusCode(), answer::body);
    return Platform.JSON.readTree(answer.body());
  }
}
