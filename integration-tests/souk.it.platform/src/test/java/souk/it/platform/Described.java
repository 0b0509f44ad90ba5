package souk.it.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Holds real answers against the API's description and remembers what was seen. */
final class Described {
  private static final String TYPE = "urn:souk:problem:";

  private final JsonNode document;
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final TreeSet<String> unseen = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();
  private int judged;

  Described(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> unseen.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
  }

  void answer(String method, String template, int status, String mediaType, JsonNode body) {
    judged++;
    String name = method + " " + template + " " + status;
    JsonNode response =
        operation(method, template).path("responses").path(Integer.toString(status));
    JsonNode content = response.path("content").path(mediaType.split(";", 2)[0].strip());
    if (content.isMissingNode()) {
      faults.add(name + " as " + mediaType + " is not described: " + body);
      return;
    }
    if (mediaType.contains("json")) {
      validate(name, content.path("schema"), body);
    }
    if (status >= 400) {
      String code = body.path("type").asText().substring(TYPE.length());
      boolean known = false;
      for (JsonNode type : response.path("x-problem-types")) {
        String word = type.asText();
        known |=
            word.equals(code)
                || word.endsWith("*") && code.startsWith(word.substring(0, word.length() - 1));
      }
      if (!known) {
        faults.add(name + ": problem " + code + " is not described");
      }
    } else {
      unseen.remove(method + " " + template);
    }
  }

  void result(String method, String template, JsonNode result) {
    judged++;
    validate(
        "result of " + template,
        operation(method, template).path("responses").path("202").path("x-job-result"),
        result);
  }

  private JsonNode operation(String method, String template) {
    return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
  }

  private void validate(String name, JsonNode schema, JsonNode body) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    for (ValidationMessage message : factory.getSchema(whole).validate(body)) {
      if (faults.size() < 50) {
        faults.add(name + ": " + message.getMessage());
      }
    }
  }

  List<String> faults() {
    return faults;
  }

  /** Operations of which no good answer was seen. */
  TreeSet<String> unseen() {
    return unseen;
  }

  int judged() {
    return judged;
  }
}
