package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** From the start of the process to the first quote, on the state a demonstration left. */
final class StartBench {
  private static final int RUNS = 5;

  private StartBench() {}

  static Result run() throws Exception {
    Path state = Path.of(System.getProperty("souk.root"), "distribution", "data-demo");
    if (!Files.isDirectory(state.resolve("felix"))) {
      throw new IllegalStateException(
          "No state of a demonstration in %s.%nMaybe run \"./souk demo --once\" first."
              .formatted(state));
    }
    Path folder = Files.createTempDirectory("souk-bench-start");
    String sku = anArticle(folder, state);
    long[] first = new long[RUNS];
    long[] rss = new long[RUNS];
    long[] stop = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long begin = System.nanoTime();
      try (Platform platform = Platform.start(folder, state, "")) {
        HttpResponse<String> answer =
            platform.send("POST", "/quotes", Shop.cart(1, sku), platform.key("till"));
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("No quote: " + answer.body());
        }
        first[run] = (System.nanoTime() - begin) / 1_000_000;
        rss[run] = Memory.residentMegabytes(platform.pid());
        long stopping = System.nanoTime();
        platform.stop();
        stop[run] = (System.nanoTime() - stopping) / 1_000_000;
      }
      System.out.printf(
          "run %d: first quote %d ms, %d MB resident, stop %d ms%n",
          run + 1, first[run], rss[run], stop[run]);
    }
    return new Result("start")
        .with("firstQuoteMillis", median(first))
        .with("rssMb", median(rss))
        .with("stopMillis", median(stop))
        .require(median(first) <= 5_000, "firstQuoteMillis <= 5000")
        .require(median(rss) <= 300, "rssMb <= 300")
        .require(median(stop) <= 3_000, "stopMillis <= 3000");
  }

  private static String anArticle(Path folder, Path state) throws Exception {
    try (Platform platform = Platform.start(folder, state, "")) {
      for (JsonNode plan : platform.get("/plans")) {
        JsonNode lines = platform.get("/plans/" + plan.path("id").asText()).path("priceLines");
        if (!lines.isEmpty()) {
          return lines.get(0).path("sku").asText();
        }
      }
    }
    throw new IllegalStateException("The state holds no price plan; run \"./souk demo --once\".");
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
