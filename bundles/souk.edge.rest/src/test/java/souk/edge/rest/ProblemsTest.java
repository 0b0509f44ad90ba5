package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;

class ProblemsTest {
  private static final String CART =
      "{\"currency\":\"GBP\",\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}";

  @TempDir Path folder;
  private Edge edge;

  @BeforeEach
  void open() {
    edge = new Edge(folder).with(OfferEngine.class, new Refusing());
  }

  /** Refuses every cart, or fails. */
  private static final class Refusing implements OfferEngine {
    @Override
    public Quote quote(QuoteRequest request) {
      if (request.cart().channel().equals("broken")) {
        throw new NullPointerException("secret inside");
      }
      throw new QuoteException("quote.unknown-sku", "A has no price.\nMaybe it is misspelt.");
    }

    @Override
    public java.util.List<souk.model.Reason> validate(OfferBook offers, PriceBook prices) {
      return java.util.List.of();
    }
  }

  @Test
  void unknownPathsAndMethodsAreProblems() {
    JsonNode unknown = edge.ask(404, "admin", Call.get("/nothing"));
    assertEquals("urn:souk:problem:path.unknown", unknown.path("type").asText());
    assertEquals(404, unknown.path("status").asInt());
    Answer method = edge.ask(Call.of("PUT", "/quotes").key(edge.key("admin")));
    assertEquals(405, method.status());
    assertEquals("POST", method.headers().get("Allow"));
    assertEquals(405, edge.ask(Call.get("/plans/1/approve")).status());
  }

  @Test
  void anAbsentRoomIsNamed() {
    JsonNode absent = edge.ask(503, "reader", Call.get("/segments"));
    assertTrue(absent.path("detail").asText().contains("souk.customer.api.Segments"));
  }

  @Test
  void exceptionsOfRoomsKeepTheirCodes() {
    JsonNode refused = edge.ask(422, "till", Call.post("/quotes", CART));
    assertEquals("urn:souk:problem:quote.unknown-sku", refused.path("type").asText());
    assertTrue(refused.path("detail").asText().contains("Maybe"));
  }

  @Test
  void innerFailuresShowNothingButAnIncident() {
    String cart = CART.replace("{\"currency\"", "{\"channel\":\"broken\",\"currency\"");
    JsonNode failed = edge.ask(500, "till", Call.post("/quotes", cart));
    assertFalse(failed.toString().contains("secret"), failed.toString());
    assertFalse(failed.path("incident").asText().isEmpty());
  }

  @Test
  void wrongBodiesNameTheField() {
    expect("body.unknown-field", "{\"curency\":\"GBP\"}", "curency");
    expect("body.missing-field", "{\"lines\":[]}", "currency");
    expect("body.missing-field", "", "currency");
    expect("body.wrong-type", "{\"lines\":{}}", "lines");
    expect(
        "body.wrong-type",
        "{\"lines\":[{\"quantity\":\"two\"}]}",
        "lines[0].quantity must be a number");
    expect("body.malformed", "{\"lines\":[", "line 1");
    expect("body.malformed", "{\"currency\":\"GBP\",\"currency\":\"EUR\"}", "currency");
    expect("body.wrong-type", "[]", "body");
    expect("body.null", "null", "null");
    expect("body.unknown-currency", "{\"currency\":\"POUND\",\"lines\":[]}", "POUND");
    expect("request.impossible", "{\"currency\":\"GBP\",\"lines\":[]}", "1 to 1000 lines");
    expect(
        "request.impossible", CART.replace("\"quantity\":1", "\"quantity\":-1"), "greater than 0");
    expect("request.impossible", CART.replace("\"quantity\":1", "\"quantity\":1e99999"), "at most");
    expect("body.null", "{\"currency\":\"GBP\",\"lines\":[null]}", "lines");
    expect("body.beyond-limits", "{\"channel\":\"" + "x".repeat(1_000_001) + "\"}", "1000000");
    expect("body.wrong-type", CART.replace("}]", "}],\"at\":\"tomorrow\""), "tomorrow");
  }

  @Test
  void aTableOrAnArchiveMayBeOneLongText() {
    String archive = "{\"archive\":\"" + "A".repeat(4_000_000) + "\"}";
    Answer answer = edge.ask(Call.post("/features/archives", archive).key(edge.key("admin")));
    assertEquals(
        false,
        Edge.json(answer).path("type").asText().contains("beyond-limits"),
        answer.toString());
  }

  private void expect(String code, String body, String fragment) {
    Answer answer = edge.ask(Call.post("/quotes", body).key(edge.key("till")));
    JsonNode problem = Edge.json(answer);
    assertEquals(400, answer.status(), body + " → " + problem);
    assertEquals("urn:souk:problem:" + code, problem.path("type").asText(), problem.toString());
    assertTrue(problem.path("detail").asText().contains(fragment), problem.toString());
  }

  @Test
  void wrongMediaTypesAndLargeBodiesAreRefused() {
    edge.ask(415, "till", Call.post("/quotes", CART).header("Content-Type", "text/plain"));
    edge.ask(
        415,
        "till",
        Call.post("/quotes", CART).header("Content-Type", "application/json; charset=UTF-16"));
    edge.ask(
        422,
        "till",
        Call.post("/quotes", CART).header("Content-Type", "application/json; charset=utf-8"));
    edge.ask(415, "till", Call.post("/quotes", CART).header("Content-Encoding", "gzip"));
    edge.ask(413, "till", Call.post("/quotes", CART).header("Content-Length", "999999999"));
    edge.ask(413, "till", Call.post("/quotes", "").body(new byte[(8 << 20) + 1]));
    edge.ask(400, "reader", Call.get("/recommendations?limit=1&limit=2"));
  }

  @Test
  void answersCarrySecurityHeaders() {
    Answer answer = edge.ask(Call.get("/health"));
    assertEquals(200, answer.status());
    assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
    assertEquals("no-store", answer.headers().get("Cache-Control"));
    assertTrue(answer.headers().get("Content-Security-Policy").contains("default-src 'none'"));
  }

  /** Random damage to a valid body never becomes a failure of the platform. */
  @Test
  void damagedBodiesAreNeverAnInnerFailure() {
    SplittableRandom random = new SplittableRandom(61);
    String key = edge.key("till");
    for (int n = 0; n < 5_000; n++) {
      byte[] body = CART.getBytes(StandardCharsets.UTF_8);
      for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      Answer answer = edge.ask(Call.post("/quotes", "").body(body).key(key));
      assertTrue(
          answer.status() == 400 || answer.status() == 422,
          () -> answer.status() + " for " + new String(body, StandardCharsets.UTF_8));
    }
  }
}
