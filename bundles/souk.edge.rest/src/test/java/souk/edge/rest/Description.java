package souk.edge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document as a judge of answers. */
final class Description {
  private static final String PROBLEM = "urn:souk:problem:";

  private final JsonNode document;
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  Description(JsonNode document) {
    this.document = document;
  }

  JsonNode document() {
    return document;
  }

  /** What an answer has that is not described, or lacks; empty if all is well. */
  List<String> judge(String method, String path, int status, String mediaType, JsonNode body) {
    List<String> faults = new ArrayList<>();
    String template = template(path);
    JsonNode operation =
        document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return status == 404 || status == 405
          ? faults
          : List.of("no description of " + method + " " + path);
    }
    String name = method + " " + template + " " + status;
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    if (response.isMissingNode()) {
      return List.of(name + " is not described: " + body);
    }
    String plain = mediaType.split(";", 2)[0];
    JsonNode schema = response.path("content").path(plain).path("schema");
    if (schema.isMissingNode()) {
      return List.of(name + ": media type " + plain + " is not described");
    }
    if (plain.endsWith("json")) {
      for (ValidationMessage message : schema(name, schema).validate(body)) {
        faults.add(name + ": " + message.getMessage());
      }
    }
    if (plain.startsWith("application/problem")) {
      String code = body.path("type").asText().substring(PROBLEM.length());
      if (!knows(response.path("x-problem-types"), code)) {
        faults.add(name + ": problem type " + code + " is not described");
      }
    }
    return faults;
  }

  /** Faults of a job's result. */
  List<String> judgeResult(String method, String template, JsonNode result) {
    JsonNode schema =
        document
            .path("paths")
            .path(template)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses")
            .path("202")
            .path("x-job-result");
    List<String> faults = new ArrayList<>();
    for (ValidationMessage message : schema("result " + template, schema).validate(result)) {
      faults.add("result of " + template + ": " + message.getMessage());
    }
    return faults;
  }

  /** The documented path that fits; fixed parts first. */
  String template(String path) {
    JsonNode paths = document.path("paths");
    if (paths.has(path)) {
      return path;
    }
    for (Iterator<String> all = paths.fieldNames(); all.hasNext(); ) {
      String template = all.next();
      if (path.matches(template.replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\."))) {
        return template;
      }
    }
    return path;
  }

  Set<ValidationMessage> body(String template, JsonNode body) {
    JsonNode schema =
        document
            .path("paths")
            .path(template)
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    return schema("body " + template, schema).validate(body);
  }

  private static boolean knows(JsonNode types, String code) {
    for (JsonNode type : types) {
      String known = type.asText();
      if (known.equals(code)
          || (known.endsWith(".*") && code.startsWith(known.substring(0, known.length() - 1)))) {
        return true;
      }
    }
    return false;
  }

  private JsonSchema schema(String name, JsonNode schema) {
    return schemas.computeIfAbsent(
        name,
        n -> {
          ObjectNode whole = schema.deepCopy();
          whole.set("components", document.path("components"));
          return factory.getSchema(whole);
        });
  }
}
