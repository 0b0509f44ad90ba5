package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.access.KeyRole;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Route;

class AccessTest {
  @TempDir Path folder;
  private Edge edge;

  @BeforeEach
  void open() {
    edge = new Edge(folder);
  }

  @Test
  void keysAreMadeOnceForTheirOwnerOnly() throws Exception {
    String key = edge.key("admin");
    assertTrue(key.length() >= 43, key);
    assertNotEquals(key, edge.key("reader"));
    new Edge(folder);
    assertEquals(key, edge.key("admin"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("secrets/admin.key"))));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))));
    Files.writeString(folder.resolve("secrets/till.key"), "short\n");
    assertThrows(IllegalStateException.class, () -> AccessKeys.ofFolder(folder.resolve("secrets")));
  }

  @Test
  void everyRouteRefusesNoKeyWrongKeysAndOtherRoles() {
    List<Route> routes = edge.routes();
    assertTrue(routes.size() > 35, "routes: " + routes.size());
    for (Route route : routes) {
      String path = route.pattern().replaceAll("\\{[^}]*}", "x");
      String name = route.method() + " " + path;
      if (route.right() == Right.OPEN) {
        assertEquals(200, edge.ask(Call.of(route.method(), path)).status(), name);
        assertEquals(401, edge.ask(Call.of(route.method(), path).fromElsewhere()).status(), name);
        continue;
      }
      for (String header :
          new String[] {"", "Bearer ", "Bearer wrong", "Basic eDp5", "Digest x", "bearer"}) {
        Call call = Call.of(route.method(), path);
        if (!header.isEmpty()) {
          call.header("Authorization", header);
        }
        Answer answer = edge.ask(call);
        assertEquals(401, answer.status(), name + " with " + header);
        assertEquals("application/problem+json", answer.mediaType());
        assertTrue(answer.headers().containsKey("WWW-Authenticate"));
      }
      for (KeyRole role : KeyRole.values()) {
        if (!route.right().allows(role)) {
          Answer answer = edge.ask(Call.of(route.method(), path).key(edge.key(role.id())));
          assertEquals(403, answer.status(), name + " as " + role);
        }
      }
    }
  }

  @Test
  void rolesAreAsAgreed() {
    Map<Right, String> expected =
        Map.of(
            Right.READ, "reader merchandiser admin",
            Right.QUOTE, "till merchandiser admin",
            Right.MERCHANDISE, "merchandiser admin",
            Right.ADMINISTER, "admin");
    expected.forEach(
        (right, roles) -> {
          for (KeyRole role : KeyRole.values()) {
            assertEquals(List.of(roles.split(" ")).contains(role.id()), right.allows(role));
          }
        });
  }

  @Test
  void aBrowserMayReadWithBasicButNotChange() {
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(("anyone:" + edge.key("admin")).getBytes());
    assertEquals(503, edge.ask(Call.get("/report").header("Authorization", basic)).status());
    assertEquals(
        401, edge.ask(Call.post("/reports", "{}").header("Authorization", basic)).status());
    Answer asked = edge.ask(Call.get("/report").header("Accept", "text/html"));
    assertTrue(asked.headers().get("WWW-Authenticate").startsWith("Basic"));
  }

  @Test
  void foreignPagesCannotChangeAnything() {
    for (Map.Entry<String, String> header :
        Map.of(
                "Origin", "http://evil.example",
                "Sec-Fetch-Site", "cross-site")
            .entrySet()) {
      Call call = Call.post("/reports", "{}").header(header.getKey(), header.getValue());
      assertEquals(
          "urn:souk:problem:request.foreign-origin",
          edge.ask(403, "admin", call).path("type").asText());
    }
    Call nullOrigin = Call.post("/reports", "{}").header("Origin", "null");
    edge.ask(403, "admin", nullOrigin);
    Call same =
        Call.post("/reports", "{}")
            .header("Origin", "http://127.0.0.1:8181")
            .header("Sec-Fetch-Site", "same-origin");
    edge.ask(503, "admin", same);
  }
}
