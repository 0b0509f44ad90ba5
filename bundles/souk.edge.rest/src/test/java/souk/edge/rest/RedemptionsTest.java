package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;
import souk.offer.api.Checkout;
import souk.offer.api.CouponLedger;

/** Redemptions, refunds, coupons and the ledger over HTTP. */
class RedemptionsTest {
  private static final String PAID =
      "{\"orderId\":\"7\",\"expectedMinor\":200,"
          + "\"cart\":{\"currency\":\"GBP\",\"lines\":[{\"sku\":\"A\",\"quantity\":2}]}}";

  @TempDir Path folder;
  private Edge edge;
  private OneLedger ledger;

  @BeforeEach
  void open() {
    ledger = new OneLedger();
    edge =
        new Edge(folder)
            .with(CouponLedger.class, ledger)
            .with(Checkout.class, ledger)
            .with(Jobs.class, new InstantJobs())
            .with(AuditTrail.class, new FakeAudit());
  }

  private static Call keyed(String path, String body, String key) {
    return Call.post(path, body).header("Idempotency-Key", key);
  }

  @Test
  void theLedgerKeepsTheKey() {
    JsonNode first = edge.ask(200, "till", keyed("/redemptions", PAID, "k1"));
    assertEquals(200, first.at("/payable/amountMinor").asInt());
    assertEquals("COMMITTED", first.at("/redemption/state").asText());
    assertEquals(200, first.at("/quote/net/amountMinor").asInt());
    assertEquals(200, ledger.last.expected().orElseThrow().amountMinor());
    Answer again = edge.ask(keyed("/redemptions", PAID, "k1").key(edge.key("till")));
    assertEquals("true", again.headers().get("Idempotent-Replayed"));
    assertTrue(Edge.json(again).path("quote").isNull());
    JsonNode other =
        edge.ask(422, "till", keyed("/redemptions", PAID.replace("\"7\"", "\"8\""), "k1"));
    assertEquals("urn:souk:problem:idempotency.other-content", other.path("type").asText());
    JsonNode found = edge.ask(200, "till", Call.get("/redemptions?key=k1"));
    assertEquals(first.at("/redemption/id").asText(), found.path("id").asText());
    edge.ask(404, "till", Call.get("/redemptions?key=k2"));
    edge.ask(400, "till", Call.get("/redemptions"));
    edge.ask(200, "till", Call.get("/redemptions/" + found.path("id").asText()));
    edge.ask(404, "till", Call.get("/redemptions/none"));
  }

  @Test
  void aKeyMustBeGiven() {
    for (String path : new String[] {"/redemptions", "/reservations", "/refunds"}) {
      edge.ask(400, "till", Call.post(path, PAID));
      edge.ask(400, "till", keyed(path, PAID, "a b"));
      edge.ask(400, "till", keyed(path, PAID, "x".repeat(201)));
      edge.ask(403, "reader", keyed(path, PAID, "k"));
    }
  }

  @Test
  void aReservationIsCommittedOrReleased() {
    String held = PAID.replace("{\"orderId\"", "{\"ttlSeconds\":60,\"orderId\"");
    String id =
        edge.ask(200, "till", keyed("/reservations", held, "h")).at("/redemption/id").asText();
    JsonNode known = edge.ask(200, "till", Call.get("/redemptions/" + id));
    assertEquals("1970-01-01T00:01:00Z", known.path("expiresAt").asText());
    Call commit = Call.post("/reservations/" + id + "/commit", "");
    assertEquals("COMMITTED", edge.ask(200, "till", commit).path("state").asText());
    Call release = Call.of("DELETE", "/reservations/" + id);
    assertEquals("RELEASED", edge.ask(200, "till", release).path("state").asText());
    edge.ask(404, "till", Call.of("DELETE", "/reservations/none"));
    edge.ask(400, "till", keyed("/reservations", held.replace(":60", ":0"), "h2"));
    edge.ask(400, "till", keyed("/redemptions", held, "h3"));
  }

  @Test
  void refusalsOfTheLedgerHaveTheirStatus() {
    Map<String, Integer> status =
        Map.of(
            "limit.budget", 409,
            "coupon.used", 409,
            "coupon.unknown", 422,
            "checkout.price-changed", 409,
            "ledger.unavailable", 503,
            "ledger.differs", 503);
    status.forEach(
        (code, expected) -> {
          JsonNode refused =
              edge.ask(
                  expected,
                  "till",
                  keyed("/redemptions", PAID.replace("\"7\"", '"' + code + '"'), "k" + code));
          assertEquals("urn:souk:problem:" + code, refused.path("type").asText());
        });
  }

  @Test
  void whatIsPaidIsQuotedNow() {
    String later = PAID.replace("{\"currency\"", "{\"at\":\"2030-01-01T00:00:00Z\",\"currency\"");
    edge.ask(400, "till", keyed("/redemptions", later, "k"));
    edge.ask(400, "till", keyed("/redemptions", "{\"orderId\":\"7\"}", "k"));
    edge.ask(400, "till", keyed("/redemptions", PAID.replace("\"orderId\":\"7\",", ""), "k"));
    edge.ask(400, "till", keyed("/redemptions", PAID.replace("\"lines\"", "\"line\""), "k"));
  }

  @Test
  void aRefundNamesUnitsAmountsOrTheWhole() {
    JsonNode whole =
        edge.ask(
            200, "till", keyed("/refunds", "{\"redemptionId\":\"R\",\"whole\":true}", "again"));
    assertTrue(whole.path("usesGivenBack").asBoolean());
    String amounts =
        "{\"redemptionId\":\"R\",\"amounts\":[{\"offerId\":\"O\",\"amountMinor\":5,\"currency\":\"GBP\"}]}";
    JsonNode some = edge.ask(200, "till", keyed("/refunds", amounts, "k"));
    assertEquals(5, some.at("/amounts/O/amountMinor").asInt());
    edge.ask(400, "till", keyed("/refunds", "{\"redemptionId\":\"R\"}", "k"));
    edge.ask(
        400,
        "till",
        keyed(
            "/refunds",
            "{\"redemptionId\":\"R\",\"lines\":[{\"lineId\":\"1\",\"quantity\":-1}]}",
            "k"));
  }

  @Test
  void codesAreHandedOutOnceAndNeverAsFormulas() throws Exception {
    String body = "{\"batchId\":\"=SPRING\",\"codes\":3,\"prefix\":\"SP\",\"reason\":\"spring\"}";
    JsonNode accepted = edge.ask(202, "merchandiser", Call.post("/coupons/batches", body));
    JsonNode result =
        edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()))
            .path("result");
    assertEquals(3, result.at("/batch/codes").asInt());
    String export = result.path("export").asText().substring("/api/v1".length());
    edge.ask(403, "till", Call.post(export, "{}"));
    Answer answer = edge.ask(Call.post(export, "{}").key(edge.key("merchandiser")));
    assertThrowsAndKeeps(answer);
    answer = edge.ask(Call.post(export, "{}").key(edge.key("merchandiser")));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    answer.stream().orElseThrow().writeTo(file);
    assertEquals(
        "\ufeffbatch_id,code\r\n'=SPRING,SP0\r\n'=SPRING,SP1\r\n'=SPRING,SP2\r\n",
        file.toString(StandardCharsets.UTF_8));
    assertEquals(
        "attachment; filename=\"coupons-_SPRING.csv\"",
        answer.headers().get("Content-Disposition"));
    assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
    edge.ask(404, "merchandiser", Call.post(export, "{}"));
  }

  /** A line that breaks gives nothing away and loses nothing. */
  private static void assertThrowsAndKeeps(Answer answer) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    Assertions.assertThrows(Exception.class, () -> answer.stream().orElseThrow().writeTo(broken));
  }

  @Test
  void batchesAreSeenAndBlockedAndCodesLookedAt() {
    String body = "{\"batchId\":\"B\",\"codes\":2,\"reason\":\"r\"}";
    edge.ask(202, "merchandiser", Call.post("/coupons/batches", body));
    assertEquals(1, edge.ask(200, "reader", Call.get("/coupons/batches")).size());
    assertEquals(
        "OPEN", edge.ask(200, "reader", Call.get("/coupons/batches/B")).path("state").asText());
    Call block = Call.post("/coupons/batches/B/block", "{\"reason\":\"leaked\"}");
    assertEquals("BLOCKED", edge.ask(200, "merchandiser", block).path("state").asText());
    edge.ask(404, "reader", Call.get("/coupons/batches/none"));
    JsonNode look = edge.ask(200, "till", Call.post("/coupons/look", "{\"code\":\"SP1\"}"));
    assertEquals("coupon.used", look.path("code").asText());
    assertFalse(look.path("usable").asBoolean());
    edge.ask(404, "till", Call.post("/coupons/look", "{\"code\":\"NONE\"}"));
    edge.ask(400, "merchandiser", Call.post("/coupons/batches", body.replace(":2", ":0")));
    edge.ask(400, "merchandiser", Call.post("/coupons/batches", body.replace(":2", ":2000000")));
  }

  @Test
  void aLedgerThatDiffersIsAcceptedByAnAdmin() {
    JsonNode status = edge.ask(200, "reader", Call.get("/ledger"));
    assertEquals("DIFFERS", status.path("state").asText());
    assertEquals("D-1", status.at("/difference/id").asText());
    String accept = "{\"differenceId\":\"D-1\",\"reason\":\"restored from the till roll\"}";
    edge.ask(403, "merchandiser", Call.post("/ledger/accept", accept));
    edge.ask(409, "admin", Call.post("/ledger/accept", accept.replace("D-1", "D-2")));
    JsonNode served = edge.ask(200, "admin", Call.post("/ledger/accept", accept));
    assertEquals("SERVING", served.path("state").asText());
    assertTrue(served.path("difference").isNull());
  }
}
