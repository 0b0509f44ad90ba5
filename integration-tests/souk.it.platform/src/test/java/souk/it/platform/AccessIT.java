package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.ProbeBundle;
import souk.it.harness.wire.Wire;
import souk.it.platform.probe.RuntimeProbe;

/** Every registered URL without a key, with wrong ones and with each role; nothing is open. */
class AccessIT {
  private static final Path MATRIX = Path.of("target", "access-matrix.csv");
  private static final String API = "/api/v1";
  private static final Set<String> OPEN = Set.of("GET " + API + "/health");
  private static final List<String> ROLES = List.of("till", "reader", "merchandiser", "admin");

  /** Statuses of a request that was let in; what it then asked for may be impossible. */
  private static final Set<Integer> KEPT_OUT = Set.of(401, 403, 429);

  @TempDir static Path folder;
  private static Platform platform;
  private static String expired;
  private static String password;

  /** One request, as its columns saw it. */
  private record Row(String request, Map<String, Integer> status) {}

  @BeforeAll
  static void start() throws Exception {
    platform = Platform.start(folder);
    password = Files.readString(platform.data().resolve("secrets/console.first")).strip();
    expired = platform.key("reader");
    platform.post("/keys/reader/rotate", Platform.object().put("reason", "an old key"));
    Path probe =
        ProbeBundle.write(
            folder,
            RuntimeProbe.class,
            "org.osgi.framework,org.osgi.dto,org.osgi.framework.dto,org.osgi.service.servlet.runtime,"
                + "org.osgi.service.servlet.runtime.dto",
            Map.of());
    platform.drop(probe, "probe.jar");
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void everyUrlAndEveryRole() throws Exception {
    JsonNode document = platform.get("/openapi.json");
    Map<String, Set<String>> allowed = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (String request : requests(document, allowed)) {
      rows.add(walk(request));
    }
    write(rows);
    List<String> faults = new ArrayList<>();
    for (Row row : rows) {
      judge(row, allowed, faults);
    }
    assertEquals(List.of(), faults);
    assertTrue(rows.size() > 100, "only " + rows.size() + " requests");
    assertTrue(
        rows.stream().filter(row -> row.request().contains("/system/console/souk-")).count() >= 3,
        "pages of the console were not found");
    noSecretInAnyLog();
  }

  private static Set<String> requests(JsonNode document, Map<String, Set<String>> allowed)
      throws Exception {
    Set<String> requests = new LinkedHashSet<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation -> {
                          String request =
                              operation.getKey().toUpperCase(Locale.ROOT)
                                  + " "
                                  + API
                                  + path.getKey().replaceAll("\\{[^}]*}", "x");
                          Set<String> roles = new LinkedHashSet<>();
                          operation.getValue().path("x-roles").forEach(r -> roles.add(r.asText()));
                          requests.add(request);
                          allowed.put(request, roles);
                        }));
    Path list = platform.data().resolve("tmp/patterns.txt");
    Platform.await("the probe", Duration.ofSeconds(30), () -> Files.exists(list), here -> here);
    for (String pattern : Files.readAllLines(list)) {
      String path = pattern.replace("/*", "/").replace(" ", "%20");
      requests.add("GET " + (path.isEmpty() ? "/" : path));
      if (pattern.endsWith("/*")) {
        requests.add("GET " + path + "x");
      }
      requests.add("POST " + (path.isEmpty() ? "/" : path));
    }
    requests.add("GET /");
    requests.add("GET " + API + "/metrics");
    return requests;
  }

  private static Row walk(String request) throws IOException {
    Map<String, Integer> status = new LinkedHashMap<>();
    status.put("none", ask(request, Map.of()));
    status.put("wrong", ask(request, Map.of("Authorization", "Bearer " + "w".repeat(43))));
    status.put("wrong-basic", ask(request, basic("admin", "admin")));
    status.put("expired", ask(request, Map.of("Authorization", "Bearer " + expired)));
    status.put("foreign", ask(request, foreign(platform.key("admin"))));
    for (String role : ROLES) {
      status.put(role, ask(request, Map.of("Authorization", "Bearer " + platform.key(role))));
    }
    status.put("console", ask(request, basic("admin", password)));
    return new Row(request, status);
  }

  private static Map<String, String> basic(String user, String word) {
    String pair = user + ":" + word;
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a page of another site can make a browser send, with credentials the browser knows. */
  private static Map<String, String> foreign(String key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + key);
    headers.put("Origin", "http://evil.example");
    headers.put("Sec-Fetch-Site", "cross-site");
    return headers;
  }

  private static int ask(String request, Map<String, String> headers) throws IOException {
    String[] words = request.split(" ", 2);
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("Connection", "close");
    try (Wire wire = new Wire(platform.url(), 30_000)) {
      // A body that no route takes: nothing is changed by walking.
      return wire.send(words[0], words[1], all, words[0].equals("GET") ? "" : "{\"walked\":true}")
          .status();
    }
  }

  private static void judge(Row row, Map<String, Set<String>> allowed, List<String> faults) {
    String request = row.request();
    Map<String, Integer> status = row.status();
    boolean open = OPEN.contains(request);
    for (String stranger : List.of("none", "wrong", "wrong-basic", "expired")) {
      int got = status.get(stranger);
      // Where nothing is served there is nothing to be kept out of.
      boolean denied = KEPT_OUT.contains(got) || got == 404 || got == 405;
      if (!(denied || (open && stranger.equals("none")))) {
        faults.add(request + " as " + stranger + " gave " + got);
      }
      if (denied && (got == 404 || got == 405) && allowed.containsKey(request)) {
        faults.add(request + " as " + stranger + " tells what is there: " + got);
      }
    }
    if (!request.startsWith("GET ") && status.get("foreign") < 400) {
      faults.add(request + " from a foreign page gave " + status.get("foreign"));
    }
    if (!request.startsWith(API + "/", request.indexOf('/'))) {
      for (String role : ROLES) {
        if (status.get(role) < 400) {
          faults.add(request + " let in an API key: " + role);
        }
      }
      return;
    }
    if (status.get("console") < 400 && !open) {
      faults.add(request + " let in the password of the console");
    }
    for (String role : allowed.containsKey(request) ? ROLES : List.<String>of()) {
      boolean may = allowed.get(request).contains(role);
      int got = status.get(role);
      if (may == KEPT_OUT.contains(got) && got != 429) {
        faults.add(request + " as " + role + " gave " + got);
      }
    }
  }

  private static void write(List<Row> rows) throws IOException {
    StringBuilder csv = new StringBuilder("request");
    rows.get(0).status().keySet().forEach(column -> csv.append(',').append(column));
    for (Row row : rows) {
      csv.append('\n').append(row.request());
      row.status().values().forEach(code -> csv.append(',').append(code));
    }
    Files.createDirectories(MATRIX.getParent());
    Files.writeString(MATRIX, csv.append('\n'));
  }

  private static void noSecretInAnyLog() throws IOException {
    List<String> secrets = new ArrayList<>(List.of(expired, password));
    for (String role : ROLES) {
      secrets.add(platform.key(role));
    }
    List<Path> logs = new ArrayList<>();
    for (Path place : List.of(folder, platform.data().resolve("log"))) {
      try (Stream<Path> files = Files.list(place)) {
        files.filter(file -> file.toString().endsWith(".log")).forEach(logs::add);
      }
    }
    assertTrue(logs.size() >= 2, logs::toString);
    for (Path log : logs) {
      String text = Files.readString(log);
      for (int i = 0; i < secrets.size(); i++) {
        // The console's first password is shown once on the terminal of the first start.
        boolean shown = i == 1 && log.getParent().equals(folder);
        assertFalse(!shown && text.contains(secrets.get(i)), "secret " + i + " is in " + log);
      }
    }
  }

  @Test
  void fiveWrongLoginsToTheConsoleAreFollowedByAPause() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      statuses.add(ask("GET /system/console/bundles", basic("admin", "guess" + i)));
    }
    assertTrue(statuses.contains(429), statuses::toString);
    Platform.await(
        "the end of the pause",
        Duration.ofSeconds(90),
        () -> ask("GET /system/console/bundles", basic("admin", password)),
        status -> status == 200);
  }
}
