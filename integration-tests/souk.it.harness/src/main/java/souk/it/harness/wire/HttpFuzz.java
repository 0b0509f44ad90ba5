package souk.it.harness.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Requests made from the API's own description and then spoilt. The same seed makes the same
 * requests. One thread only.
 */
public final class HttpFuzz {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/v1";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] TEXTS = {
    "",
    " ",
    "A101",
    "GBP",
    "xx",
    "PRICE",
    "2026-03-01",
    "2026-03-01T12:00:00Z",
    "LinePricer",
    "price-book",
    "1.0.0",
    "web",
    "\u0000",
    "\u4e2d\u6587",
    "\ud83d\ude00",
    "a\u0301",
    "NaN",
    "null",
    "-0",
    "9".repeat(400),
    "x".repeat(3_000),
    "../..",
    "%00",
    "'\"<>",
    "12000"
  };
  private static final String[] NUMBERS = {
    "0",
    "-1",
    "1",
    "7",
    "1e400",
    "-1e400",
    "1e-400",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999999999999999",
    "0.1",
    "-0.0",
    "1.5",
    "2147483648",
    "1E+2",
    "0.30000000000000004"
  };
  private static final String[] METHODS = {
    "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "PROPFIND", "X-Y"
  };
  private static final String[] PATHS = {
    "/api/v1/../../etc/passwd",
    "/api/v1/..;/system/console/",
    "/api/v1/%2e%2e/%2e%2e/etc/passwd",
    "/api/v1/plans/..%2f..%2fetc",
    "/api/v1/plans/%00",
    "/api/v1/plans/%c0%ae%c0%ae",
    "/api/v1//jobs",
    "/api/v1/jobs/;x=y",
    "/api/v1/plans/%",
    "/api/v1/plans/%zz",
    "//etc/passwd",
    "/api/v1/\\..\\..",
    "/API/V1/plans",
    "/api/v1/plans/" + "a/".repeat(500),
    "http://127.0.0.1:1/api/v1/plans",
    "*",
    "?",
    "/api/v1/report/../keys",
    "/api/v1/" + "x".repeat(9_000)
  };

  private final Random random;
  private final Map<String, String> keys;
  private final JsonNode document;
  private final List<Op> operations = new ArrayList<>();

  private record Op(String method, String path, JsonNode about) {}

  /**
   * @param document the API's description
   * @param keys by role
   */
  public HttpFuzz(long seed, JsonNode document, Map<String, String> keys) {
    this.random = new Random(seed);
    this.document = document;
    this.keys = keys;
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        op ->
                            operations.add(
                                new Op(
                                    op.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    op.getValue()))));
  }

  public int operations() {
    return operations.size();
  }

  /**
   * A request.
   *
   * @param bytes ready for the wire
   * @param alone true if its length is told wrongly, so that nothing may follow on its connection
   */
  public record Shot(byte[] bytes, boolean alone) {}

  /** The next request. */
  public Shot next() {
    Op op = operations.get(random.nextInt(operations.size()));
    String method = op.method;
    String path = API + filled(op.path) + query(op);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", authorization());
    headers.put("Content-Type", "application/json");
    byte[] body = op.about.has("requestBody") ? body(op) : new byte[0];
    switch (random.nextInt(16)) {
      case 0 -> method = METHODS[random.nextInt(METHODS.length)];
      case 1 -> path = PATHS[random.nextInt(PATHS.length)];
      case 2 -> headers.put("X-HTTP-Method-Override", METHODS[random.nextInt(METHODS.length)]);
      case 3 -> oddHeader(headers);
      case 4 -> bomb(headers);
      case 5 -> body = spoilt(body);
      case 6 -> body = noise(random.nextInt(2_000));
      case 7 -> headers.put("Idempotency-Key", text());
      case 8 -> headers.put("Accept-Language", text());
      default -> {}
    }
    if (method.equals("GET") || method.equals("HEAD")) {
      body = new byte[0];
    }
    headers.replaceAll((name, value) -> value.replaceAll("[\\r\\n\\u0000]", "_"));
    boolean alone =
        headers.containsKey("Content-Length")
            || headers.containsKey("Transfer-Encoding")
            || headers.containsKey("Expect")
            || method.equals("HEAD");
    return new Shot(Wire.request(method, clean(path), headers, body), alone);
  }

  private static String clean(String path) {
    return path.replace(" ", "%20").replaceAll("[\\r\\n\\u0000]", "_");
  }

  private String authorization() {
    int which = random.nextInt(20);
    if (which == 0) {
      return text();
    }
    String[] roles = {"admin", "merchandiser", "reader", "till"};
    return "Bearer " + keys.get(which < 14 ? "admin" : roles[which % roles.length]);
  }

  private String filled(String template) {
    return template.replaceAll(
        "\\{[^}]*}",
        java.util.regex.Matcher.quoteReplacement(
            java.net.URLEncoder.encode(
                random.nextInt(4) == 0 ? "x" : text().replace("/", "_"), StandardCharsets.UTF_8)));
  }

  private String query(Op op) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : op.about.path("parameters")) {
      if (parameter.path("in").asText().equals("query") && random.nextInt(2) == 0) {
        String value = random.nextBoolean() ? text() : NUMBERS[random.nextInt(NUMBERS.length)];
        query
            .append(query.isEmpty() ? "?" : "&")
            .append(parameter.path("name").asText())
            .append('=')
            .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return query.toString();
  }

  private byte[] body(Op op) {
    JsonNode schema =
        op.about.path("requestBody").path("content").path("application/json").path("schema");
    JsonNode value = value(schema, 0);
    if (value instanceof ObjectNode object) {
      // What would write archives or change features is asked in a form that is always refused.
      if (op.path.startsWith("/backups") || op.path.startsWith("/features")) {
        object.put("fuzzed", true);
      }
      for (int changes = random.nextInt(3); changes > 0 && !object.isEmpty(); changes--) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
          case 0 -> object.set(name, odd());
          case 1 -> object.put(name + "x", 1);
          case 2 -> object.putNull(name);
          case 3 -> object.set(name, deep());
          default -> {}
        }
      }
      if (op.path.startsWith("/backups") || op.path.startsWith("/features")) {
        object.put("fuzzed", true);
      }
    }
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A value that fits a schema, with odd contents. */
  private JsonNode value(JsonNode given, int depth) {
    JsonNode schema = resolved(given);
    if (schema.has("anyOf")) {
      return value(schema.path("anyOf").get(random.nextInt(4) == 0 ? 1 : 0), depth);
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> NODES.textNode(text());
      case "integer" ->
          NODES.numberNode(random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(20));
      case "number" -> NODES.numberNode(random.nextDouble() * 100 - 10);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> odd();
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            field -> {
              if (random.nextInt(10) > 0
                  && (required.contains(field.getKey()) || random.nextBoolean())) {
                object.set(field.getKey(), value(field.getValue(), depth + 1));
              }
            });
    if (schema.path("additionalProperties").isObject() && depth < 4) {
      object.set(text(), value(schema.path("additionalProperties"), depth + 1));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int size = random.nextInt(4); size > 0 && depth < 6; size--) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  private JsonNode odd() {
    return switch (random.nextInt(7)) {
      case 0 -> NODES.textNode(text());
      case 1 -> NODES.numberNode(random.nextLong());
      case 2 -> NODES.booleanNode(true);
      case 3 -> NODES.nullNode();
      case 4 -> NODES.arrayNode().add(1).add("x").addNull();
      case 5 -> NODES.objectNode().put("@class", "java.lang.Runtime").put("a", 1);
      default ->
          JSON.getNodeFactory()
              .rawValueNode(
                  new com.fasterxml.jackson.databind.util.RawValue(
                      NUMBERS[random.nextInt(NUMBERS.length)]));
    };
  }

  private JsonNode deep() {
    int depth = 1 + random.nextInt(200);
    return JSON.getNodeFactory()
        .rawValueNode(
            new com.fasterxml.jackson.databind.util.RawValue(
                "[".repeat(depth) + "]".repeat(depth)));
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private byte[] spoilt(byte[] body) {
    if (body.length == 0) {
      return noise(20);
    }
    byte[] spoilt =
        random.nextBoolean() ? body.clone() : Arrays.copyOf(body, random.nextInt(body.length));
    for (int flips = random.nextInt(4); flips > 0 && spoilt.length > 0; flips--) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    return spoilt;
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private void oddHeader(Map<String, String> headers) {
    switch (random.nextInt(9)) {
      case 0 -> headers.put("Content-Type", text());
      case 1 -> headers.put("Content-Type", "application/json; charset=utf-16");
      case 2 -> headers.put("Content-Encoding", "gzip");
      case 3 -> headers.put("Content-Length", NUMBERS[random.nextInt(NUMBERS.length)]);
      case 4 -> headers.put("Transfer-Encoding", "chunked");
      case 5 -> headers.put("Origin", text());
      case 6 -> headers.put("Expect", "100-continue");
      case 7 -> headers.put("Range", "bytes=0-" + NUMBERS[random.nextInt(NUMBERS.length)]);
      default -> headers.put("Sec-Fetch-Site", text());
    }
  }

  private void bomb(Map<String, String> headers) {
    if (random.nextBoolean()) {
      headers.put("X-Bomb", "b".repeat(2_000 + random.nextInt(20_000)));
    } else {
      for (int i = random.nextInt(400); i > 0; i--) {
        headers.put("X-" + i, "b".repeat(random.nextInt(50)));
      }
    }
  }
}
