package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.api.Scores;
import souk.customer.api.ScoringRun;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;

class ScoresTest {
  @TempDir Path folder;

  @Test
  void aRunIsAJobAndCustomersAreLookedUp() {
    Edge edge =
        new Edge(folder).with(Jobs.class, new InstantJobs()).with(Scores.class, new TwoScores());
    edge.ask(404, "reader", Call.get("/customers/scores"));
    edge.ask(403, "reader", Call.post("/customers/scores/runs", "{}"));
    JsonNode accepted =
        edge.ask(202, "merchandiser", Call.post("/customers/scores/runs", "{\"horizonDays\":30}"));
    JsonNode done = edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals("DONE", done.path("state").asText(), done::toString);
    assertEquals(30, done.path("result").path("horizonDays").asInt());
    JsonNode latest = edge.ask(200, "reader", Call.get("/customers/scores?limit=1"));
    assertEquals(2, latest.path("customers").asInt());
    assertEquals(2.25, latest.path("purchases").asDouble());
    assertEquals(1, latest.path("scores").size());
    assertEquals("rich", latest.path("scores").get(0).path("customer").asText());
    JsonNode one = edge.ask(200, "reader", Call.get("/customers/poor/score"));
    assertEquals(0.25, one.path("buys").asDouble());
    assertTrue(one.path("nextPurchaseDays").isNull(), one::toString);
    assertEquals("behavior.history", one.path("reasons").get(0).path("code").asText());
    JsonNode stranger = edge.ask(404, "reader", Call.get("/customers/stranger/score"));
    assertEquals("urn:souk:problem:customer.unknown", stranger.path("type").asText());
    edge.ask(400, "reader", Call.get("/customers/scores?limit=many"));
  }

  private static final class TwoScores implements Scores {
    private Optional<ScoringRun> latest = Optional.empty();

    private static CustomerScore score(String key, long minor, double purchases) {
      CustomerScore.Builder score =
          CustomerScore.of(new CustomerKey(key), Money.ofMinor(minor, Currency.getInstance("GBP")))
              .buys(0.25)
              .churned(0.5)
              .purchases(purchases)
              .purchasesInterval(new Interval(0, 3, 0.95))
              .reason(Reason.of("behavior.history", "Bought on 1 of 3 days.", 1, 3));
      return (minor > 100 ? score.nextPurchaseDays(7) : score).build();
    }

    @Override
    public ScoringRun run(Optional<String> strategy, int horizonDays, Progress progress) {
      ScoringRun run =
          new ScoringRun(
              "scores-1",
              "toy@1.0.0",
              new BehaviorForecast(
                  horizonDays,
                  List.of(score("poor", 100, 0.25), score("rich", 900, 2)),
                  Map.of("r", 0.5),
                  Provenance.builder(Instant.EPOCH, "toy", "1.0.0").build()),
              Optional.empty());
      latest = Optional.of(run);
      return run;
    }

    @Override
    public Optional<ScoringRun> latest() {
      return latest;
    }

    @Override
    public Optional<CustomerScore> scoreOf(CustomerKey customer) {
      return latest.flatMap(
          run ->
              run.forecast().scores().stream()
                  .filter(score -> score.customer().equals(customer))
                  .findFirst());
    }
  }
}
