package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.wire.FuzzRun;
import souk.it.harness.wire.Siege;

/**
 * Spoilt requests on every route, and a siege: connections that trickle, bodies without end, bombs
 * of headers. Meanwhile tills quote at a steady pace.
 */
final class FuzzHttpBench {
  private static final int PER_SECOND = 100;
  private static final int TILLS = 2;
  private static final int TRICKLES = 1_000;

  private final Platform platform;
  private final ObjectNode cart;
  private final Answers answers;

  private FuzzHttpBench(Platform platform) throws Exception {
    this.platform = platform;
    this.cart = Shop.cartWithOffer(platform, 3);
    JsonNode quote =
        Platform.JSON.readTree(platform.send("POST", "/quotes", cart, platform.key("till")).body());
    this.answers = new Answers(Answers.unitPrices(quote));
  }

  static Result run(Arguments options) throws Exception {
    int requests = options.number("requests", 100_000);
    int seconds = options.number("seconds", 30);
    long seed = options.number("seed", 20260401);
    Path folder = Files.createTempDirectory("souk-bench-fuzzhttp");
    try (Platform platform = Platform.start(folder)) {
      Shop.open(platform, folder);
      return new FuzzHttpBench(platform).measure(requests, seconds, seed);
    }
  }

  private Result measure(int requests, int seconds, long seed) throws Exception {
    quietly(5);
    Tills steady = quietly(seconds);
    double p99Steady = steady.p99Millis();
    Siege.Outcome siege;
    Tills besieged = tills();
    try (Siege attack = new Siege(platform, TRICKLES)) {
      Thread.sleep(seconds * 1_000L);
      siege = attack.lift();
    }
    besieged.close();
    double ratio = besieged.p99Millis() / Math.max(0.001, p99Steady);
    System.out.printf(
        Locale.ROOT,
        "siege of %d s: p99 %.2f ms (quiet %.2f ms), %s%n",
        seconds,
        besieged.p99Millis(),
        p99Steady,
        siege);
    FuzzRun fuzz = new FuzzRun(platform);
    Tills fuzzed = tills();
    long begin = System.nanoTime();
    fuzz.send(requests, 2, seed);
    double fuzzSeconds = (System.nanoTime() - begin) / 1e9;
    fuzzed.close();
    Map<Integer, Long> statuses = fuzz.statuses();
    System.out.println("fuzz seed=" + seed + " statuses=" + statuses);
    fuzz.failures().forEach(System.out::println);
    long failures = statuses.getOrDefault(500, 0L);
    boolean up = "UP".equals(platform.get("/health").path("status").asText());
    long failed = besieged.failed() + fuzzed.failed();
    return new Result("fuzzhttp")
        .with("requests", requests)
        .with("status500", failures)
        .with("seed", Long.toString(seed))
        .with("perSecond", requests / fuzzSeconds, 0)
        .with("trickles", siege.opened())
        .with("tricklesEnded", siege.ended())
        .with("hugeBodies", siege.hugeRefused())
        .with("headerBombs", siege.bombsRefused())
        .with("tillFailures", failed)
        .with("p99SteadyMillis", p99Steady, 2)
        .with("p99SiegeMillis", besieged.p99Millis(), 2)
        .with("p99FuzzMillis", fuzzed.p99Millis(), 2)
        .with("p99Ratio", ratio, 2)
        .require(failures == 0, "status500 = 0")
        .require(fuzz.failures().isEmpty(), "every request is answered or closed")
        .require(up, "the platform is up afterwards")
        .require(failed == 0, "tillFailures = 0")
        .require(siege.wrong().isEmpty(), "limits answer 400, 408, 413 or 431: " + siege.wrong())
        .require(ratio <= 2 || besieged.p99Millis() <= 5, "p99Ratio <= 2 (or 5 ms)");
  }

  private Tills quietly(int seconds) throws Exception {
    Tills tills = tills();
    Thread.sleep(seconds * 1_000L);
    tills.close();
    return tills;
  }

  private Tills tills() throws Exception {
    return new Tills(platform, cart, answers, TILLS, PER_SECOND);
  }
}
