package souk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** JSON over HTTP with the bearer key of one role. Safe for use by several threads. */
final class Api {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final String key;

  /**
   * @param server scheme, host and port
   * @param key bearer key, or empty for what is open
   */
  Api(URI server, String key) {
    this.base = server.resolve("/api/v1");
    this.key = key;
  }

  static Api of(Place place, Running running, String role) {
    Path file = place.key(role);
    try {
      return new Api(running.url(), Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.BROKEN_STATE,
          """
          Cannot read the %s key %s.
          Maybe the platform runs under another user; only its owner may read the keys."""
              .formatted(role, file),
          e);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode parse(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The file %s is not JSON: line %d, column %d: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new CliFailure(ExitCode.USAGE, "Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  JsonNode get(String path) {
    return json(request(path).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Posts a large body that is JSON already. */
  JsonNode post(String path, byte[] body) {
    return json(
        request(path)
            .timeout(LONG)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Posts a large body; refusals are answered, not thrown. */
  HttpResponse<byte[]> exchange(String path, byte[] body) {
    HttpRequest request =
        request(path)
            .timeout(LONG)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return sent(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  String text(String path) {
    return send(request(path).header("Accept", "text/html, text/plain").GET());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
  }

  private JsonNode json(HttpRequest.Builder request) {
    String body = send(request.header("Accept", "application/json"));
    try {
      return body.isBlank() ? object() : MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CliFailure(ExitCode.FAILED, "The platform answered no JSON: " + body, e);
    }
  }

  private String send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    HttpResponse<String> response =
        sent(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() >= 400) {
      throw ApiFailure.of(request, response);
    }
    return response.body();
  }

  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.FAILED,
          """
          No answer from %s %s: %s.
          Maybe the platform stopped; see data/log/souk.log."""
              .formatted(request.method(), request.uri(), e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure(ExitCode.FAILED, "Interrupted while waiting for " + request.uri(), e);
    }
  }

  /** Turns an error answer (RFC 9457) into the message a person reads. */
  static final class ApiFailure {
    private ApiFailure() {}

    static CliFailure of(HttpRequest request, HttpResponse<String> response) {
      String text = response.body();
      try {
        text = message(MAPPER.readTree(text), text);
      } catch (JsonProcessingException e) {
        // not a problem document: the body itself is the message
      }
      return new CliFailure(
          ExitCode.FAILED,
          "%s %s answered %d: %s"
              .formatted(request.method(), request.uri().getPath(), response.statusCode(), text));
    }

    static String message(JsonNode problem, String otherwise) {
      String title = problem.path("title").asText("");
      String detail = problem.path("detail").asText("");
      String joined =
          title.isEmpty() || detail.startsWith(title)
              ? detail
              : detail.isEmpty() ? title : title + ": " + detail;
      return joined.isEmpty() ? otherwise : joined;
    }
  }
}
