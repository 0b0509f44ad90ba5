package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import souk.it.harness.Platform;

/** Calls of one platform as different roles, each answer held against the description. */
final class OfferCalls {
  private final Platform platform;
  private final Described described;

  OfferCalls(Platform platform) throws Exception {
    this.platform = platform;
    this.described = new Described(platform.get("/openapi.json"));
  }

  Described described() {
    return described;
  }

  boolean hasLedger() throws Exception {
    return platform.send("GET", "/ledger", null, platform.key("reader")).statusCode() == 200;
  }

  /**
   * Asks and holds the answer against the description.
   *
   * @param template path with {@code {id}}
   */
  JsonNode ask(int status, String role, String method, String template, JsonNode body, String... id)
      throws Exception {
    String path = id.length == 0 ? template : template.replace("{id}", id[0]);
    HttpResponse<String> answer = send(method, path, body, role, Map.of());
    return judged(status, method, template, answer);
  }

  int status(String role, String method, String path, JsonNode body) throws Exception {
    return send(method, path, body, role, Map.of()).statusCode();
  }

  /** Asks as a till with an idempotency key. */
  JsonNode keyed(int status, String path, JsonNode body, String key) throws Exception {
    return judged(
        status, "POST", path, send("POST", path, body, "till", Map.of("Idempotency-Key", key)));
  }

  /** Asks again, which must be told, and returns the first answer if the effect is the same. */
  JsonNode replayed(String path, JsonNode body, String key, JsonNode first) throws Exception {
    HttpResponse<String> answer = send("POST", path, body, "till", Map.of("Idempotency-Key", key));
    assertEquals("true", answer.headers().firstValue("Idempotent-Replayed").orElse(""));
    JsonNode again = judged(200, "POST", path, answer);
    assertEquals(first.path("redemption"), again.path("redemption"));
    assertTrue(again.path("quote").isNull());
    return first;
  }

  JsonNode job(String role, String path, JsonNode body) throws Exception {
    String href = ask(202, role, "POST", path, body).path("href").asText();
    JsonNode job =
        Platform.await(
            "the job of " + path,
            Duration.ofSeconds(60),
            () -> platform.get(href.substring("/api/v1".length())),
            state -> !state.path("endedAt").isNull());
    assertEquals("DONE", job.path("state").asText(), job::toString);
    described.result("POST", path, job.path("result"));
    return job.path("result");
  }

  /** The codes of an export, which can be fetched this once. */
  List<String> export(String path) throws Exception {
    ObjectNode nothing = Platform.object();
    HttpResponse<String> csv = send("POST", path, nothing, "merchandiser", Map.of());
    assertEquals(200, csv.statusCode(), csv.body());
    described.answer("POST", "/coupons/exports/{id}", 200, "text/csv", Platform.JSON.missingNode());
    judged(
        404,
        "POST",
        "/coupons/exports/{id}",
        send("POST", path, nothing, "merchandiser", Map.of()));
    return csv.body().lines().skip(1).map(line -> line.split(",", -1)[1]).toList();
  }

  /** A file as text. */
  String file(String role, String path) throws Exception {
    HttpResponse<String> csv = send("GET", path, null, role, Map.of());
    assertEquals(200, csv.statusCode(), csv.body());
    described.answer("GET", path, 200, "text/csv", Platform.JSON.missingNode());
    return csv.body();
  }

  private JsonNode judged(int status, String method, String template, HttpResponse<String> answer)
      throws IOException {
    assertEquals(status, answer.statusCode(), () -> template + ": " + answer.body());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    JsonNode json =
        type.contains("json") ? Platform.JSON.readTree(answer.body()) : Platform.JSON.missingNode();
    String plain = template.contains("?") ? template.substring(0, template.indexOf('?')) : template;
    described.answer(method, plain, answer.statusCode(), type, json);
    return json;
  }

  private HttpResponse<String> send(
      String method, String path, JsonNode body, String role, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(platform.url() + "/api/v1" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + platform.key(role))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
