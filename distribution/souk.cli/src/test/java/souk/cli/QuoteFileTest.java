package souk.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of carts before a platform that answers each cart with its own text. */
class QuoteFileTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private HttpServer server;
  private ExecutorService threads;
  private final AtomicInteger documents = new AtomicInteger();
  private volatile boolean forgetful;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/quotes/preview", this::answer);
    threads = Executors.newFixedThreadPool(2);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = MAPPER.readTree(exchange.getRequestBody());
    ObjectNode answer = MAPPER.createObjectNode();
    int status = 200;
    if (body.has("documentId") && forgetful) {
      forgetful = false;
      status = 404;
    } else if (body.path("document").has("bad")) {
      status = 422;
      answer
          .putArray("problems")
          .addObject()
          .put("severity", "ERROR")
          .put("pointer", "/bad")
          .put("line", 1)
          .put("column", 2)
          .put("text", "Not so.");
    } else {
      documents.addAndGet(body.has("document") ? 1 : 0);
      ArrayNode results = answer.putArray("results");
      for (JsonNode cart : body.path("carts")) {
        if (cart.path("customer").asText().equals("bad")) {
          results.addObject().putObject("problem").put("type", "urn:x").put("detail", "No.");
        } else {
          results
              .addObject()
              .putObject("quote")
              .put("decisionId", cart.path("customer").asText())
              .put("currency", cart.path("currency").asText())
              .put("at", body.path("at").asText());
        }
      }
      answer.put("documentId", "D-1");
    }
    byte[] bytes = MAPPER.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private QuoteFile.Outcome run(Path carts, Path out, String offers) throws IOException {
    Path file = Files.writeString(folder.resolve("offers.json"), offers);
    Api api = new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "key");
    PreviewCalls calls = new PreviewCalls(api, file, Instant.EPOCH, false);
    return new QuoteFile(calls, carts, out).run();
  }

  @Test
  void everyLineHasItsLineInOrder() throws IOException {
    StringBuilder text = new StringBuilder("\ufeff");
    for (int n = 1; n <= 3_210; n++) {
      text.append(
          n % 1_000 == 7
              ? "{\"customer\":\"bad\"}"
              : n % 1_000 == 8 ? "{\"customer\":" : "{\"customer\":\"" + n + "\"}");
      text.append(n % 2 == 0 ? "\r\n" : "\n");
    }
    Path carts = Files.writeString(folder.resolve("carts.jsonl"), text);
    Path out = folder.resolve("quotes.jsonl");
    QuoteFile.Outcome outcome = run(carts, out, "{\"currency\":\"GBP\"}");
    assertEquals(new QuoteFile.Outcome(3_210, 8), outcome);
    List<String> lines = Files.readAllLines(out);
    assertEquals(3_210, lines.size());
    for (int n = 1; n <= lines.size(); n++) {
      JsonNode line = MAPPER.readTree(lines.get(n - 1));
      if (n % 1_000 == 7 || n % 1_000 == 8) {
        assertEquals(n, line.path("line").asInt());
        assertTrue(line.at("/problem/detail").asText().length() > 2, lines.get(n - 1));
      } else {
        assertEquals(Integer.toString(n), line.path("decisionId").asText());
        assertEquals("GBP", line.path("currency").asText());
        assertEquals("1970-01-01T00:00:00Z", line.path("at").asText());
      }
    }
    assertTrue(documents.get() <= 3, "the document was sent " + documents + " times");
  }

  @Test
  void aForgottenDocumentIsSentAgain() throws IOException {
    forgetful = true;
    Path carts = folder.resolve("carts.jsonl");
    Files.writeString(carts, "{\"customer\":\"1\"}\n".repeat(2_000));
    assertEquals(
        new QuoteFile.Outcome(2_000, 0),
        run(carts, folder.resolve("out"), "{\"currency\":\"GBP\"}"));
    assertTrue(documents.get() >= 2, "sent " + documents);
  }

  @Test
  void linesThatAreNoCartsAreNamed() throws IOException {
    Path carts = folder.resolve("carts.jsonl");
    Files.write(
        carts,
        "[]\n\n7\n{\"a\":1,\"a\":2}\n{} x\n{}\n\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
    Path out = folder.resolve("out");
    assertEquals(new QuoteFile.Outcome(7, 6), run(carts, out, "{\"currency\":\"GBP\"}"));
    List<String> lines = Files.readAllLines(out);
    assertTrue(lines.get(3).startsWith("{\"line\":4,"), lines.get(3));
    assertTrue(lines.get(5).contains("\"currency\":\"GBP\""), lines.get(5));
    assertTrue(lines.get(6).contains("not UTF-8"), lines.get(6));
  }

  @Test
  void offersThatAreRefusedNameTheirPlaces() throws IOException {
    Path carts = Files.writeString(folder.resolve("carts.jsonl"), "{}\n");
    CliFailure refused =
        assertThrows(CliFailure.class, () -> run(carts, folder.resolve("out"), "{\"bad\":1}"));
    assertEquals(ExitCode.USAGE, refused.code());
    assertTrue(
        refused.getMessage().contains("offers.json:1:2: error /bad: Not so."), refused::getMessage);
    assertEquals(
        ExitCode.USAGE,
        assertThrows(CliFailure.class, () -> run(carts, folder.resolve("out"), "{")).code());
  }

  @Test
  void anEmptyFileGivesAnEmptyFile() throws IOException {
    Path carts = Files.writeString(folder.resolve("carts.jsonl"), "");
    Path out = folder.resolve("out");
    assertEquals(new QuoteFile.Outcome(0, 0), run(carts, out, "{}"));
    assertEquals(0, Files.size(out));
  }

  @Test
  void linesKeepTheirBytes() throws IOException {
    QuoteFile.Lines lines =
        new QuoteFile.Lines(new ByteArrayInputStream("a\r\n\nb".getBytes(StandardCharsets.UTF_8)));
    assertArrayEquals(new byte[] {'a'}, lines.next());
    assertArrayEquals(new byte[0], lines.next());
    assertArrayEquals(new byte[] {'b'}, lines.next());
    assertEquals(null, lines.next());
  }
}
