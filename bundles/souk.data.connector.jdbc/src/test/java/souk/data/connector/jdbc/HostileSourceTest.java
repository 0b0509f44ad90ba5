package souk.data.connector.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.SourceSpec;

/** Requests and settings that are wrong, by accident or by intent. */
class HostileSourceTest {
  @TempDir Path folder;
  private final TestPostgres postgres = TestPostgres.running();

  @Test
  void whatIsNotOneSelectIsDeclined() {
    for (String query :
        List.of(
            "DELETE FROM t",
            "SELECT 1; DROP TABLE t",
            "SELECT 1;",
            "UPDATE t SET a = 1",
            "COPY t TO PROGRAM 'id'",
            "/* x */ DROP TABLE t",
            "SELECT 'open",
            "SELECT 1 /* open",
            "SELECT * FROM t WHERE a = ?",
            "",
            "selection")) {
      assertDeclined(Map.of("query", query), "option query");
    }
    for (String table :
        List.of("t; DROP TABLE t", "t --", "(SELECT 1)", "a.b.c.d", "t\"", "", "1t")) {
      assertDeclined(Map.of("table", table), "option table");
    }
    assertDeclined(Map.of(), "either table or query");
    assertDeclined(Map.of("table", "t", "query", "SELECT 1"), "either table or query");
  }

  @Test
  void semicolonsAndQuestionMarksInTextsAndCommentsAreFine() throws Exception {
    Reading reading = new Reading();
    postgres
        .connector()
        .read(
            spec(Map.of("query", "SELECT 'a;b?' AS \"x;?\" -- ; ?\n/* ; */ LIMIT 1 -- end")),
            reading);
    assertEquals("a;b?", reading.rows.get(0).get("x;?"));
  }

  @Test
  void aQueryThatWritesChangesNothing() {
    postgres.execute(
        "CREATE TABLE precious (a int)",
        "INSERT INTO precious VALUES (1)",
        "GRANT ALL ON precious TO reader",
        "CREATE FUNCTION wipe() RETURNS int LANGUAGE sql AS 'DELETE FROM precious RETURNING a'");
    for (String query :
        List.of(
            "WITH x AS (DELETE FROM precious RETURNING a) SELECT * FROM x",
            "SELECT wipe()",
            "SELECT * FROM precious FOR UPDATE")) {
      IOException e =
          assertThrows(
              IOException.class,
              () -> postgres.connector().read(spec(Map.of("query", query)), new Reading()));
      assertFalse(e.getMessage().contains(TestPostgres.SECRET));
    }
    Reading reading = new Reading();
    assertEquals(1, assertReads(reading, Map.of("table", "precious")).count);
  }

  @Test
  void cursorAndKeyMustBeColumnsOfTheResult() {
    postgres.execute("CREATE TABLE odd (id int, name text, at timestamp)");
    assertDeclined(Map.of("table", "odd", "cursor", "id"), "option key is missing");
    assertDeclined(Map.of("table", "odd", "cursor", "nr", "key", "id"), "option cursor is \"nr\"");
    assertDeclined(Map.of("table", "odd", "cursor", "id", "key", "nr"), "option key is \"nr\"");
    assertDeclined(Map.of("table", "odd", "cursor", "name", "key", "id"), "cursor column");
    assertDeclined(Map.of("table", "odd", "key", "id"), "no cursor");
    for (String overlap : List.of("-1", "PT-1S", "P31D", "soon", "1e3")) {
      assertDeclined(
          Map.of("table", "odd", "cursor", "id", "key", "id", "overlap", overlap),
          "option overlap");
    }
    assertDeclined(Map.of("query", "SELECT 1 AS a, 2 AS a"), "two columns \"a\"");
  }

  @Test
  void thePasswordIsNeverTold() throws Exception {
    Path wrong = secret("wrong", "rw-------");
    ConnectionSettings sound = postgres.settings();
    for (ConnectionSettings settings :
        List.of(
            with(sound, sound.url(), wrong),
            with(sound, "jdbc:postgresql://localhost:1/none", sound.passwordFile().orElseThrow()),
            with(sound, "jdbc:other:x", sound.passwordFile().orElseThrow()))) {
      JdbcConnector connector = TestPostgres.connector(settings);
      SourceSpec source = spec(Map.of("table", "t"));
      assertTrue(connector.refuses(source).isPresent());
      IOException e = assertThrows(IOException.class, () -> connector.read(source, new Reading()));
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      String all = trace + connector.refuses(source).orElseThrow().toString() + settings.name();
      assertFalse(all.contains(TestPostgres.SECRET), all);
      assertFalse(all.contains("wrong-password"), all);
    }
  }

  @Test
  void aPasswordFileOpenToOthersIsDeclined() throws Exception {
    ConnectionSettings sound = postgres.settings();
    Path open = secret(TestPostgres.SECRET, "rw-r-----");
    String refusal =
        TestPostgres.connector(with(sound, sound.url(), open))
            .refuses(spec(Map.of("query", "SELECT 1")))
            .orElseThrow()
            .toString();
    assertTrue(refusal.contains("chmod 600"), refusal);
    String missing =
        TestPostgres.connector(with(sound, sound.url(), folder.resolve("none")))
            .refuses(spec(Map.of("query", "SELECT 1")))
            .orElseThrow()
            .toString();
    assertTrue(missing.contains("cannot be read"), missing);
  }

  @Test
  void settingsThatHoldAPasswordOrCannotWorkAreDeclined() {
    ConnectionSettings sound = postgres.settings();
    Path file = sound.passwordFile().orElseThrow();
    for (String url :
        List.of(
            "jdbc:postgresql://h/d?user=a&password=" + TestPostgres.SECRET,
            "jdbc:x://user:" + TestPostgres.SECRET + "@host/d",
            "http://169.254.169.254/" + TestPostgres.SECRET)) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> with(sound, url, file));
      assertFalse(e.getMessage().contains(TestPostgres.SECRET), e.getMessage());
    }
    for (String name : List.of("", "a b", "../x", "a".repeat(65))) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new ConnectionSettings(
                  name, sound.url(), "", Optional.empty(), "", Map.of(), 1, 1_000));
    }
  }

  @Test
  void onlyConfiguredConnectionsAreReached() {
    String refusal =
        postgres
            .connector()
            .refuses(new SourceSpec("jdbc:postgresql://elsewhere/db", Map.of("table", "t")))
            .orElseThrow()
            .toString();
    assertTrue(refusal.contains("There is no connection"), refusal);
    assertTrue(refusal.contains("[erp]"), refusal);
  }

  @Test
  void aQueryThatTakesTooLongIsGivenUp() {
    ConnectionSettings sound = postgres.settings();
    JdbcConnector connector =
        TestPostgres.connector(
            new ConnectionSettings(
                "erp", sound.url(), sound.user(), sound.passwordFile(), "", Map.of(), 100, 1_000));
    IOException e =
        assertThrows(
            IOException.class,
            () -> connector.read(spec(Map.of("query", "SELECT pg_sleep(60)")), new Reading()));
    assertTrue(e.getMessage().contains("cancel"), e.getMessage());
  }

  private Reading assertReads(Reading reading, Map<String, String> options) {
    try {
      postgres.connector().read(spec(options), reading);
      return reading;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertDeclined(Map<String, String> options, String expected) {
    String refusal = postgres.connector().refuses(spec(options)).orElseThrow().toString();
    assertTrue(refusal.contains(expected), refusal);
  }

  private static SourceSpec spec(Map<String, String> options) {
    return new SourceSpec("erp", options);
  }

  private Path secret(String text, String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "p", ".password");
    Files.writeString(file, text.equals("wrong") ? "wrong-password" : text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static ConnectionSettings with(ConnectionSettings s, String url, Path password) {
    return new ConnectionSettings(
        s.name(),
        url,
        s.user(),
        Optional.of(password),
        "",
        s.properties(),
        s.fetchSize(),
        s.queryTimeoutMillis());
  }
}
