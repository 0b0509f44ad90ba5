package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;
import souk.it.harness.wire.Payloads;
import souk.it.harness.wire.Wire;

/**
 * Texts that other systems evaluate, in every text field, parameter and header: nothing happens.
 */
class InjectionIT {
  private static final List<String> HEADERS =
      List.of(
          "User-Agent",
          "Referer",
          "X-Forwarded-For",
          "X-Api-Version",
          "Accept",
          "Accept-Language",
          "Cookie",
          "Idempotency-Key",
          "If-None-Match",
          "Authorization");

  @TempDir Path folder;
  private final List<String> evaluated = new ArrayList<>();
  private int sent;

  @Test
  void nothingIsEvaluatedAndNobodyIsCalled() throws Exception {
    Path mark = folder.resolve("mark");
    AtomicInteger calls = new AtomicInteger();
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Platform platform = Platform.start(folder)) {
      Thread answering = new Thread(() -> count(listener, calls), "listener");
      answering.setDaemon(true);
      answering.start();
      List<String> payloads = Payloads.all(listener.getLocalPort(), mark);
      JsonNode document = platform.get("/openapi.json");
      try (Wire wire = new Wire(platform.url(), 30_000)) {
        for (String payload : payloads) {
          everywhere(platform, wire, document, payload);
        }
      }
      Thread.sleep(1_000);
      System.out.printf(
          Locale.ROOT,
          "injection payloads=%d requests=%d evaluated=%d connections=%d%n",
          payloads.size(),
          sent,
          evaluated.size(),
          calls.get());
      assertEquals(List.of(), evaluated);
      assertEquals(0, calls.get(), "somebody called the listener");
      assertFalse(Files.exists(mark), "somebody ran a command");
      assertEquals("UP", platform.get("/health").path("status").asText());
      noForgedLine(platform);
    }
  }

  private void everywhere(Platform platform, Wire wire, JsonNode document, String payload)
      throws IOException {
    Map<String, String> usual = new LinkedHashMap<>();
    usual.put("Authorization", "Bearer " + platform.key("admin"));
    usual.put("Content-Type", "application/json");
    for (String header : HEADERS) {
      Map<String, String> headers = new LinkedHashMap<>(usual);
      headers.put(header, payload);
      judge(
          header,
          wire.send(Wire.request("POST", "/api/v1/reports", headers, body("{\"locale\":\"xx\"}"))));
      judge(header, wire.send(Wire.request("GET", "/system/console/", headers, new byte[0])));
    }
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        JsonNode about = operation.getValue();
        String target =
            "/api/v1"
                + path.getKey()
                    .replaceAll(
                        "\\{[^}]*}",
                        java.util.regex.Matcher.quoteReplacement(
                            URLEncoder.encode(payload, StandardCharsets.UTF_8)));
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : about.path("parameters")) {
          if (parameter.path("in").asText().equals("query")) {
            query.append(query.isEmpty() ? "?" : "&").append(parameter.path("name").asText());
            query.append('=').append(URLEncoder.encode(payload, StandardCharsets.UTF_8));
          }
        }
        JsonNode schema =
            about.path("requestBody").path("content").path("application/json").path("schema");
        byte[] body =
            schema.isMissingNode()
                ? new byte[0]
                : body(filled(document, schema, payload, 0).toString());
        // A backup could write where a payload points; the other fields of every body are filled.
        if (!path.getKey().startsWith("/backups")) {
          judge(target, wire.send(Wire.request(method, target + query, usual, body)));
        }
      }
    }
  }

  /** A body whose texts are all the payload and whose numbers are small. */
  private static JsonNode filled(JsonNode document, JsonNode given, String payload, int depth) {
    JsonNode schema = given;
    while (schema.has("$ref") || schema.has("anyOf")) {
      schema =
          schema.has("$ref")
              ? document.at(schema.path("$ref").asText().substring(1))
              : schema.path("anyOf").get(0);
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    switch (schema.path("type").asText()) {
      case "object" -> {
        ObjectNode object = Platform.object();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
          object.set(field.getKey(), filled(document, field.getValue(), payload, depth + 1));
        }
        if (schema.path("additionalProperties").isObject()) {
          object.set(
              payload, filled(document, schema.path("additionalProperties"), payload, depth + 1));
        }
        return object;
      }
      case "array" -> {
        ArrayNode array = Platform.JSON.createArrayNode();
        return array.add(filled(document, schema.path("items"), payload, depth + 1));
      }
      case "integer" -> {
        return Platform.JSON.getNodeFactory().numberNode(1);
      }
      case "number" -> {
        return Platform.JSON.getNodeFactory().numberNode(0.5);
      }
      case "boolean" -> {
        return Platform.JSON.getNodeFactory().booleanNode(false);
      }
      default -> {
        return Platform.JSON.getNodeFactory().textNode(payload);
      }
    }
  }

  private static byte[] body(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void judge(String where, Wire.Reply reply) {
    sent++;
    boolean product =
        reply.text().contains(Payloads.PRODUCT)
            || reply.headers().values().stream().anyMatch(v -> v.contains(Payloads.PRODUCT));
    boolean split = reply.headers().keySet().stream().anyMatch(h -> h.contains("forged"));
    if (product || split || reply.status() == 500) {
      evaluated.add(where + " gave " + reply.status() + " " + reply.text());
    }
  }

  private static void count(ServerSocket listener, AtomicInteger calls) {
    while (!listener.isClosed()) {
      try {
        listener.accept().close();
        calls.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Line breaks of a client begin no line of a log. */
  private void noForgedLine(Platform platform) throws IOException {
    List<Path> logs = new ArrayList<>();
    for (Path place : List.of(folder, platform.data().resolve("log"))) {
      try (Stream<Path> files = Files.list(place)) {
        files.filter(file -> file.toString().endsWith(".log")).forEach(logs::add);
      }
    }
    assertTrue(logs.size() >= 2, logs::toString);
    for (Path log : logs) {
      for (String line : Files.readString(log).split("[\r\n\u0085\u2028]")) {
        assertFalse(line.startsWith(Payloads.FORGED), log + ": " + line);
        assertFalse(line.contains(Payloads.PRODUCT), log + ": " + line);
      }
    }
  }
}
