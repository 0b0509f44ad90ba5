package souk.it.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/**
 * Quotes over HTTP against two servlets in the same platform: one that checks the key, binds the
 * cart and writes an answer of the same length, and one that echoes. Options: {@code --rounds},
 * {@code --millis} per turn, {@code --warm-seconds}, {@code --connections}, {@code --java-options}
 * of the platform.
 */
final class HttpBench {
  private static final int CONNECTIONS = 32;
  private static final int LINES = 10;
  private static final int ROUNDS = 9;
  private static final int MILLIS = 4_000;
  private static final int WARM_SECONDS = 60;
  private static final Path PEER =
      Path.of(
          System.getProperty("souk.root", "."),
          "integration-tests/souk.it.httppeer/target",
          "souk.it.httppeer-" + System.getProperty("souk.version") + ".jar");

  private final Platform platform;
  private final Arguments options;
  private final Map<String, ByteBuffer> requests = new LinkedHashMap<>();
  private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

  /** One turn of one servlet. */
  private record Turn(double perSecond, double p50, double p99, double platform, double client) {}

  private HttpBench(Platform platform, Arguments options) {
    this.platform = platform;
    this.options = options;
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-http");
    String java = "-Dsouk.deploy.pollMillis=50 " + options.text("java-options", "");
    try (Platform platform = Platform.start(folder, java)) {
      Shop.open(platform, folder);
      return new HttpBench(platform, options).measure();
    }
  }

  private Result measure() throws Exception {
    ObjectNode cart = Shop.cartWithOffer(platform, LINES);
    byte[] answer = prepare(cart);
    byte[] json = Platform.JSON.writeValueAsBytes(cart);
    String key = platform.key("till");
    requests.put("souk", Connections.post(platform.url(), "/api/v1/quotes", key, json));
    requests.put("peer", Connections.post(platform.url(), "/peer/quotes", key, json));
    requests.put("echo", Connections.post(platform.url(), "/peer/echo", key, json));
    requests.keySet().forEach(name -> turns.put(name, new ArrayList<>()));
    System.out.printf(
        "a cart of %d lines, %d bytes; a quote has %d bytes%n", LINES, json.length, answer.length);
    long nanos = options.number("millis", MILLIS) * 1_000_000L;
    try (Connections connections =
        new Connections(platform.url(), options.number("connections", CONNECTIONS))) {
      long warm = System.nanoTime() + options.number("warm-seconds", WARM_SECONDS) * 1_000_000_000L;
      while (System.nanoTime() < warm) {
        for (ByteBuffer request : requests.values()) {
          connections.ask(request, 1_000_000_000L);
        }
      }
      for (int round = 0; round < options.number("rounds", ROUNDS); round++) {
        for (Map.Entry<String, ByteBuffer> request : requests.entrySet()) {
          turns.get(request.getKey()).add(turn(connections, request.getValue(), nanos));
        }
      }
    }
    return result();
  }

  /** Puts the servlets in and gives them the answer; returns it. */
  private byte[] prepare(ObjectNode cart) throws Exception {
    platform.drop(PEER, "souk.it.httppeer.jar");
    byte[] body = Platform.JSON.writeValueAsBytes(cart);
    byte[] quote = send("POST", "/api/v1/quotes", body).body();
    Platform.await(
        "the peer's servlets",
        Duration.ofSeconds(30),
        () -> send("PUT", "/peer/quotes", quote).statusCode(),
        status -> status == 204);
    int peer = send("POST", "/peer/quotes", body).body().length;
    if (Math.abs(peer - quote.length) > 64) {
      throw new IllegalStateException(
          "The peer answers with %d bytes, the platform with %d.".formatted(peer, quote.length));
    }
    return quote;
  }

  private HttpResponse<byte[]> send(String method, String path, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(platform.url() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + platform.key("till"))
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Turn turn(Connections connections, ByteBuffer request, long nanos) throws IOException {
    Processors before = Processors.now(platform.pid());
    long[] latencies = connections.ask(request, nanos);
    Processors used = Processors.now(platform.pid()).since(before);
    int count = latencies.length;
    return new Turn(
        count * 1e9 / used.nanos(),
        latencies[count / 2] / 1e6,
        latencies[(int) (count * 0.99)] / 1e6,
        1e3 * used.platformMillis() / count,
        1e3 * used.clientMillis() / count);
  }

  private Result result() {
    turns.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT,
                "%-5s %,8.0f/s (%,.0f to %,.0f), p50 %.2f ms, p99 %.2f ms; processor: platform %.0f us, client %.0f us each%n",
                name,
                median(name, Turn::perSecond),
                all.stream().mapToDouble(Turn::perSecond).min().orElse(0),
                all.stream().mapToDouble(Turn::perSecond).max().orElse(0),
                median(name, Turn::p50),
                median(name, Turn::p99),
                median(name, Turn::platform),
                median(name, Turn::client)));
    double ratio = ratio("peer", Turn::perSecond);
    double p99Ratio = ratio("peer", Turn::p99);
    return new Result("http")
        .with("ratio", ratio, 2)
        .with("ratioEcho", ratio("echo", Turn::perSecond), 2)
        .with("p99Ratio", p99Ratio, 2)
        .with("perSecond", median("souk", Turn::perSecond), 0)
        .with("peerPerSecond", median("peer", Turn::perSecond), 0)
        .with("echoPerSecond", median("echo", Turn::perSecond), 0)
        .with("p99Millis", median("souk", Turn::p99), 2)
        .with("processorRatio", 1 / ratio("peer", Turn::platform), 2)
        .require(ratio >= 0.80, "ratio >= 0.80")
        .require(p99Ratio <= 2, "p99Ratio <= 2");
  }

  private double median(String name, java.util.function.ToDoubleFunction<Turn> figure) {
    return Interleaved.median(turns.get(name).stream().mapToDouble(figure).toArray());
  }

  /** Median over the rounds of the platform's figure over another's. */
  private double ratio(String other, java.util.function.ToDoubleFunction<Turn> figure) {
    double[] ratios = new double[turns.get(other).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] =
          figure.applyAsDouble(turns.get("souk").get(i))
              / figure.applyAsDouble(turns.get(other).get(i));
    }
    return Interleaved.median(ratios);
  }
}
