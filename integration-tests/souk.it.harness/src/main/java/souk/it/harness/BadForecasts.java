package souk.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for forecasts while the strategy that answers NaN is selected. */
public final class BadForecasts {
  public static final String STRATEGY = "bad-nan";
  private static final String ROLE = "Forecaster";
  private static final String VERSION = "1.0.0";
  private static final int HORIZON = 13;
  private static final int SEASON = 4;
  private static final int CALLERS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Platform platform;

  /**
   * What came of it.
   *
   * @param calls forecasts asked for
   * @param entered calls that reached the strategy
   * @param failed forecasts without an answer, or with something that is not a number
   * @param reason what the platform says about the strategy
   */
  public record Outcome(long calls, long entered, long failed, String reason) {}

  public BadForecasts(Platform platform) {
    this.platform = platform;
  }

  public Outcome run(long calls) throws Exception {
    Platform.await("the bad one", LIMIT, () -> platform.offers(ROLE, STRATEGY), here -> here);
    JsonNode before = platform.get("/strategies/" + ROLE).path("primary");
    platform.select(ROLE, STRATEGY, VERSION);
    long entered = status().path("calls").asLong();
    AtomicLong left = new AtomicLong(calls);
    AtomicLong failed = new AtomicLong();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Thread caller = new Thread(() -> ask(left, failed), "caller-" + i);
      callers.add(caller);
      caller.start();
    }
    while (left.get() > 0) {
      if (!"CLOSED".equals(status().path("circuit").asText())) {
        platform.select(ROLE, STRATEGY, VERSION);
      }
      Thread.sleep(20);
    }
    for (Thread caller : callers) {
      caller.join();
    }
    JsonNode status = status();
    if (before.has("strategy")) {
      platform.select(ROLE, before.path("strategy").asText(), before.path("version").asText());
    }
    return new Outcome(
        calls,
        status.path("calls").asLong() - entered,
        failed.get(),
        status.path("lastFailure").asText());
  }

  private void ask(AtomicLong left, AtomicLong failed) {
    while (left.getAndDecrement() > 0) {
      try {
        if (!sound(forecast())) {
          failed.incrementAndGet();
        }
      } catch (IOException | InterruptedException | IllegalStateException e) {
        failed.incrementAndGet();
      }
    }
  }

  private JsonNode forecast() throws IOException, InterruptedException {
    String id = platform.post("/forecasts/adhoc", series()).path("jobId").asText();
    JsonNode job = platform.get("/jobs/" + id);
    while (List.of("QUEUED", "RUNNING").contains(job.path("state").asText())) {
      Thread.sleep(2);
      job = platform.get("/jobs/" + id);
    }
    return job;
  }

  private static boolean sound(JsonNode job) {
    JsonNode mean = job.path("result").path("series").path(0).path("mean");
    boolean numbers = "DONE".equals(job.path("state").asText()) && mean.size() == HORIZON;
    for (JsonNode value : mean) {
      numbers &= value.isNumber() && Double.isFinite(value.asDouble());
    }
    return numbers;
  }

  private JsonNode status() throws IOException {
    for (JsonNode one : platform.get("/strategies/" + ROLE).path("strategies")) {
      if (STRATEGY.equals(one.path("strategy").asText())) {
        return one;
      }
    }
    throw new IllegalStateException("No strategy " + STRATEGY);
  }

  private static ObjectNode series() {
    ObjectNode body = Platform.object().put("season", SEASON).put("horizon", HORIZON);
    body.putArray("quantiles").add(0.1).add(0.5).add(0.9);
    ArrayNode values = body.putArray("series").addObject().put("id", "s").putArray("values");
    for (int i = 0; i < 24; i++) {
      values.add(1 + i % SEASON);
    }
    return body;
  }
}
