package souk.data.connector.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes one JSON object apart: the value at {@code {"a": {"b": 1}}} is {@code a.b}. Numbers keep
 * the digits they are written with, null is the empty text, a list is its own JSON text. Strict: no
 * comments, no NaN, no key twice. Safe for use by many threads.
 */
final class JsonLine {
  static final int MAX_VALUES = 4_096;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_VALUE_CHARS = 1 << 16;
  private static final int MAX_KEY_CHARS = 1_000;
  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_VALUE_CHARS)
                  .maxNumberLength(MAX_KEY_CHARS)
                  .maxNameLength(MAX_KEY_CHARS)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** Values by path, in the order of the line. */
  Map<String, String> values(String line) throws JsonFault {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = factory.createParser(line)) {
      try {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw new JsonFault(
              "character 1",
              "row.not-an-object",
              "The line holds no JSON object. Write each record as one object on one line.");
        }
        object(parser, "", values);
        if (parser.nextToken() != null) {
          throw new JsonFault(
              place(parser),
              "row.more-than-one-object",
              "Something follows after the object. Write each record on a line of its own.");
        }
      } catch (JsonProcessingException e) {
        throw fault(parser, e);
      }
    } catch (IOException e) {
      throw new JsonFault("", "row.malformed-json", "The line cannot be read: " + e.getMessage());
    }
    return values;
  }

  private static void object(JsonParser parser, String prefix, Map<String, String> values)
      throws IOException, JsonFault {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object(parser, path + ".", values);
      } else if (token == JsonToken.START_ARRAY) {
        StringBuilder list = new StringBuilder("[");
        list(parser, path, list);
        put(path, list.toString(), values);
      } else {
        put(path, token == JsonToken.VALUE_NULL ? "" : parser.getText(), values);
      }
    }
  }

  private static void put(String path, String value, Map<String, String> values) throws JsonFault {
    if (values.put(path, value) != null) {
      throw new JsonFault(
          path, "row.duplicate-key", "The key occurs twice. Remove or rename one of them.");
    }
    if (values.size() > MAX_VALUES) {
      throw new JsonFault(
          path,
          "row.too-many-fields",
          "The object has more than %d values. Split it.".formatted(MAX_VALUES));
    }
  }

  /** The text of a list, from behind its bracket to the closing one. */
  private static void list(JsonParser parser, String path, StringBuilder out)
      throws IOException, JsonFault {
    int depth = 1;
    boolean first = true;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      boolean end = token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT;
      if (!end && !first) {
        out.append(',');
      }
      depth += end ? -1 : token.isStructStart() ? 1 : 0;
      first = token.isStructStart() || token == JsonToken.FIELD_NAME;
      switch (token) {
        case VALUE_STRING -> quoted(parser.getText(), out);
        case FIELD_NAME -> quoted(parser.currentName(), out).append(':');
        default -> out.append(parser.getText());
      }
      if (out.length() > MAX_VALUE_CHARS) {
        throw tooLong(path);
      }
    }
  }

  private static StringBuilder quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"');
  }

  private static JsonFault fault(JsonParser parser, JsonProcessingException e) {
    String path = path(parser.getParsingContext());
    String column = path.isEmpty() ? place(parser) : path;
    if (e instanceof StreamConstraintsException) {
      return String.valueOf(e.getMessage()).contains("nesting depth")
          ? new JsonFault(
              column,
              "row.too-deep",
              "Objects and lists lie more than %d deep. Flatten the record.".formatted(MAX_DEPTH))
          : tooLong(column);
    }
    String what = e.getOriginalMessage();
    int end = what.indexOf('\n');
    return new JsonFault(
        column,
        "row.malformed-json",
        "Not valid JSON at %s: %s. Correct it in the source."
            .formatted(place(parser), end < 0 ? what : what.substring(0, end)));
  }

  private static JsonFault tooLong(String column) {
    return new JsonFault(
        column,
        "row.field-too-long",
        "A key, number, text or list is too long: at most %d characters are read."
            .formatted(MAX_VALUE_CHARS));
  }

  private static String place(JsonParser parser) {
    return "character " + parser.currentLocation().getColumnNr();
  }

  private static String path(JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext c = context; c != null && path.length() < 300; c = c.getParent()) {
      if (c.inObject() && c.hasCurrentName()) {
        path.insert(0, c.getCurrentName() + (path.length() == 0 ? "" : "."));
      }
    }
    return path.length() > 300 ? path.substring(0, 300) : path.toString();
  }
}
