package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.access.KeyName;
import souk.edge.rest.access.KeyRole;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.offer.api.OfferLanguage;
import souk.trust.api.OfferDesk;

/** Keys that belong to people: several of one role, and one person with several roles. */
class NamedKeysTest {
  private static final String WHY = "{\"reason\":\"spring\"}";

  @TempDir Path folder;
  private final FakeAudit audit = new FakeAudit();
  private Edge edge;

  @BeforeEach
  void open() {
    edge =
        new Edge(folder)
            .with(AuditTrail.class, audit)
            .with(OfferDesk.class, new OneDesk())
            .with(OfferLanguage.class, new OneLanguage());
  }

  private JsonNode make(int status, String role, String name) {
    return edge.ask(
        status,
        "admin",
        Call.post(
            "/keys",
            "{\"role\":\"%s\",\"name\":\"%s\",\"reason\":\"new here\"}".formatted(role, name)));
  }

  /** A change that needs a second person, submitted with a key. */
  private String submitted(String key) {
    String body = "{\"offer\":\"A\",\"revision\":0,\"reason\":\"spring\"}";
    edge.ask(
        200,
        key,
        Call.of("PUT", "/offers/drafts/A")
            .header("Content-Type", "application/json")
            .body(body.getBytes(StandardCharsets.UTF_8)));
    JsonNode review =
        edge.ask(
            200, key, Call.post("/offers/reviews", "{\"drafts\":[\"A\"],\"reason\":\"spring\"}"));
    return "/offers/reviews/" + review.path("id").asText() + "/approve";
  }

  @Test
  void twoPeopleOfOneRoleAreTwoPeople() {
    make(200, "merchandiser", "ann");
    make(200, "merchandiser", "ben");
    String approve = submitted("merchandiser.ann");
    JsonNode own = edge.ask(409, "merchandiser.ann", Call.post(approve, WHY));
    assertEquals("urn:souk:problem:review.own-submission", own.path("type").asText());
    edge.ask(200, "merchandiser.ben", Call.post(approve, WHY));
  }

  @Test
  void onePersonStaysOnePersonWhateverTheRole() {
    make(200, "merchandiser", "ann");
    make(200, "admin", "ann");
    make(200, "admin", "cai");
    String approve = submitted("merchandiser.ann");
    edge.ask(409, "admin.ann", Call.post(approve, WHY));
    edge.ask(200, "admin.cai", Call.post(approve, WHY));
  }

  @Test
  void twoAdminsAreTwoPeopleAndMayDoWhatAdminsMay() {
    make(200, "admin", "ann");
    make(200, "admin", "ben");
    String approve = submitted("admin.ann");
    edge.ask(409, "admin.ann", Call.post(approve, WHY));
    edge.ask(200, "admin.ben", Call.post(approve, WHY));
    assertEquals(4 + 2, edge.ask(200, "admin.ben", Call.get("/keys")).size());
    edge.ask(403, "merchandiser", Call.get("/keys"));
  }

  @Test
  void aNamedKeyIsMadeRotatedAndRemovedAndNeverTold() throws Exception {
    JsonNode made = make(200, "till", "shop-3");
    assertEquals("secrets/till.shop-3.key", made.path("file").asText());
    String first = edge.key("till.shop-3");
    assertFalse(made.toString().contains(first));
    assertTrue(first.length() >= 43);
    make(409, "till", "shop-3");
    edge.ask(200, "admin", Call.post("/keys/till/shop-3/rotate", WHY));
    assertNotEquals(first, edge.key("till.shop-3"));
    assertEquals(401, edge.ask(Call.get("/offers/reviews").key(first)).status());
    edge.ask(403, "till.shop-3", Call.get("/offers/reviews"));
    edge.ask(403, "till", Call.get("/offers/reviews"));
    String second = edge.key("till.shop-3");
    edge.ask(400, "admin", Call.of("DELETE", "/keys/till/shop-3"));
    edge.ask(200, "admin", Call.of("DELETE", "/keys/till/shop-3?reason=closed"));
    assertEquals(401, edge.ask(Call.get("/offers/reviews").key(second)).status());
    assertFalse(Files.exists(folder.resolve("secrets/till.shop-3.key")));
    edge.ask(404, "admin", Call.of("DELETE", "/keys/till/shop-3?reason=closed"));
    edge.ask(404, "admin", Call.post("/keys/till/shop-3/rotate", WHY));
    edge.ask(404, "admin", Call.post("/keys/king/ann/rotate", WHY));
    assertEquals(
        List.of("key.remove", "key.rotate", "key.create"),
        audit.entries(AuditQuery.all(), 9).stream().map(AuditEntry::kind).toList());
    assertEquals("till shop-3", audit.entries(AuditQuery.all(), 1).get(0).subject());
  }

  @Test
  void namesThatWouldBeSomebodyElseAreRefused() {
    for (String name :
        List.of("admin", "merchandiser", "souk", "anonymous", "", "Ann", "a.b", "../x", "a b")) {
      make(400, "reader", name);
    }
    make(404, "king", "ann");
    edge.ask(403, "merchandiser", Call.post("/keys", WHY));
    assertTrue(audit.entries(AuditQuery.all(), 9).isEmpty());
  }

  @Test
  void keysOfPeopleAreThereAfterARestart() {
    make(200, "merchandiser", "ann");
    AccessKeys again = AccessKeys.ofFolder(folder.resolve("secrets"));
    assertEquals(
        KeyName.of(KeyRole.MERCHANDISER, "ann"),
        again.find(edge.key("merchandiser.ann")).orElseThrow());
    assertEquals(KeyName.of(KeyRole.ADMIN), again.find(edge.key("admin")).orElseThrow());
    assertTrue(again.find("wrong").isEmpty());
  }
}
