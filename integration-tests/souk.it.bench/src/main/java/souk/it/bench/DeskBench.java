package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/**
 * The offer desk with 10,000 drafts for 10,000 articles over HTTP: check, assess, submit, approve,
 * publish, conflicts. Offers name articles, categories or brands, a few are for everything.
 */
final class DeskBench {
  private static final int CATEGORIES = 500;
  private static final int BRANDS = 300;
  private final int articles;
  private final int offers;
  private final Platform platform;
  private final SplittableRandom random = new SplittableRandom(20_261_122L);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Result result = new Result("desk");

  private DeskBench(Platform platform, int articles, int offers) {
    this.platform = platform;
    this.articles = articles;
    this.offers = offers;
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-desk");
    try (Platform platform = Platform.start(folder)) {
      DeskBench bench =
          new DeskBench(
              platform, options.number("articles", 10_000), options.number("offers", 10_000));
      bench.open(folder);
      bench.measure();
      return bench.result;
    }
  }

  /** A step of the desk, with its time in the result. */
  private interface Step {
    HttpResponse<String> take() throws Exception;
  }

  private JsonNode timed(String name, Step step) throws Exception {
    long began = System.nanoTime();
    HttpResponse<String> answer = step.take();
    long millis = (System.nanoTime() - began) / 1_000_000;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(name + " " + answer.statusCode() + " " + answer.body());
    }
    long memory = Memory.residentMegabytes(platform.pid());
    System.out.printf(
        Locale.ROOT, "%s: %d ms, %d bytes, %d MB%n", name, millis, answer.body().length(), memory);
    result.with(name + "Millis", millis);
    return Platform.JSON.readTree(answer.body());
  }

  private HttpResponse<String> post(String role, String path, JsonNode body) throws IOException {
    return platform.send("POST", path, body, platform.key(role));
  }

  private static ObjectNode why() {
    return Platform.object().put("reason", "bench");
  }

  private void open(Path folder) throws Exception {
    StringBuilder csv =
        new StringBuilder(
            "invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n");
    for (int i = 0; i < articles; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%s,Article %d,1,2024-01-01 10:00:00,%.2f,12000,United Kingdom%n",
              500_000 + i,
              sku(i),
              i,
              5 + random.nextInt(9_500) / 100.0));
    }
    Path file = folder.resolve("articles.csv");
    Files.writeString(file, csv);
    platform.job("/loads", Shop.load(file));
    platform.post("/publications/baseline", Platform.object());
    ObjectNode document = Platform.object().put("version", 1).put("currency", "GBP");
    document.putArray("offers");
    ObjectNode facts = document.putObject("articles");
    for (int i = 0; i < articles; i++) {
      ObjectNode fact = facts.putObject(sku(i)).put("brand", "b" + i % BRANDS);
      fact.putArray("categories").add("all").add("c" + i % CATEGORIES);
    }
    ObjectNode change = why();
    change.set("document", document);
    String id =
        timed("facts", () -> post("merchandiser", "/offers/reviews", change)).path("id").asText();
    timed("factsApprove", () -> post("admin", "/offers/reviews/" + id + "/approve", why()));
    timed("factsPublish", () -> post("admin", "/offers/reviews/" + id + "/publish", why()));
  }

  private static String sku(int article) {
    return "A" + (100_000 + article);
  }

  private ObjectNode offer(int number) {
    String id = "O" + number;
    ObjectNode offer = Platform.object().put("id", id).put("name", "Offer " + number);
    long from = random.nextInt(300);
    offer
        .putObject("window")
        .put("from", now.plus(from, ChronoUnit.DAYS).toString())
        .put("until", now.plus(from + 7 + random.nextInt(14), ChronoUnit.DAYS).toString());
    ObjectNode effect = offer.putObject("effect").put("kind", "percentage");
    ObjectNode parameters = effect.putObject("parameters").put("percent", 1 + random.nextInt(9));
    int scope = random.nextInt(1_000);
    if (scope < 500) {
      ArrayNode skus = parameters.putArray("skus");
      for (int i = 0; i < 5; i++) {
        skus.add(sku((number * 7 + i * 131) % articles));
      }
    } else if (scope < 850) {
      parameters.putArray("categories").add("c" + random.nextInt(CATEGORIES));
    } else if (scope < 998) {
      parameters.putArray("brands").add("b" + random.nextInt(BRANDS));
    }
    return offer.put("stackingGroup", "g" + random.nextInt(4));
  }

  private void measure() throws Exception {
    long began = System.nanoTime();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> drafts = new ArrayList<>();
    for (int i = 0; i < offers; i++) {
      ObjectNode draft = why().put("revision", 0);
      draft.set("offer", offer(i));
      String path = "/offers/drafts/O" + i;
      drafts.add(
          writers.submit(() -> platform.send("PUT", path, draft, platform.key("merchandiser"))));
    }
    writers.shutdown();
    if (!writers.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The drafts were not kept within ten minutes.");
    }
    for (Future<?> draft : drafts) {
      draft.get();
    }
    result.with("draftsMillis", (System.nanoTime() - began) / 1_000_000);
    ObjectNode change = Platform.object();
    for (int i = 0; i < offers; i++) {
      change.withArray("drafts").add("O" + i);
    }
    timed("assess", () -> post("merchandiser", "/offers/assess", change));
    JsonNode review =
        timed(
            "submit", () -> post("merchandiser", "/offers/reviews", change.put("reason", "bench")));
    String path = "/offers/reviews/" + review.path("id").asText();
    timed("approve", () -> post("admin", path + "/approve", why()));
    timed("publish", () -> post("admin", path + "/publish", why()));
    JsonNode found =
        timed("conflicts", () -> post("merchandiser", "/offers/conflicts", Platform.object()))
            .path("conflicts");
    timed("status", () -> platform.send("GET", "/offers/status", null, platform.key("reader")));
    timed("kill", () -> post("admin", "/offers/O1/kill", why()));
    result
        .with("offers", offers)
        .with("articles", articles)
        .with("found", found.size())
        .with("rssMb", Memory.residentMegabytes(platform.pid()));
  }
}
