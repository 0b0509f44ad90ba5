package souk.edge.rest.quotes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.json.Json;

/**
 * The fields of a body as the bytes that were sent, so that each part is read by itself and one bad
 * part does not spoil the others. Immutable and safe for use by many threads.
 */
public final class Slices {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxStringLength(1_000_000)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final byte[] body;
  private final Map<String, Slice> fields;

  /**
   * A value within a body.
   *
   * @param body the body
   * @param from first byte
   * @param until first byte after it
   */
  public record Slice(byte[] body, int from, int until) {
    public int length() {
      return until - from;
    }

    public byte[] bytes() {
      return java.util.Arrays.copyOfRange(body, from, until);
    }
  }

  private Slices(byte[] body, Map<String, Slice> fields) {
    this.body = body;
    this.fields = fields;
  }

  /**
   * Takes a body apart.
   *
   * @param known names of fields it may have
   * @throws ProblemException 400 if it is no JSON object or has other fields
   */
  public static Slices of(byte[] body, List<String> known) {
    Map<String, Slice> fields = new LinkedHashMap<>();
    try (JsonParser in = FACTORY.createParser(body)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw ProblemException.badRequest("body.wrong-type", "The body must be a JSON object.");
      }
      String name;
      while ((name = in.nextFieldName()) != null) {
        if (!known.contains(name)) {
          throw ProblemException.badRequest(
              "body.unknown-field",
              "Field %s is unknown; known are %s.%nMaybe it is misspelt."
                  .formatted(name, String.join(", ", known)));
        }
        in.nextToken();
        if (fields.put(name, slice(body, in)) != null) {
          throw ProblemException.badRequest(
              "body.malformed", "Field %s occurs twice.".formatted(name));
        }
      }
      if (in.nextToken() != null) {
        throw ProblemException.badRequest(
            "body.malformed", "Something follows the end of the body.");
      }
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
    return new Slices(body, fields);
  }

  /** The value of a field; empty if it is absent or null. */
  public Optional<Slice> field(String name) {
    Slice slice = fields.get(name);
    return slice == null || (slice.length() == 4 && body[slice.from()] == 'n')
        ? Optional.empty()
        : Optional.of(slice);
  }

  /**
   * All fields but one as a value, read as strictly as any body.
   *
   * @param name the field that is left out
   */
  public <T> T without(String name, Json json, Class<T> type) {
    return only(fields.keySet().stream().filter(field -> !field.equals(name)).toList(), json, type);
  }

  /** Some of the fields as a value, read as strictly as any body. */
  public <T> T only(Collection<String> names, Json json, Class<T> type) {
    StringBuilder text = new StringBuilder("{");
    for (String name : names) {
      Slice slice = fields.get(name);
      if (slice != null) {
        text.append(text.length() > 1 ? "," : "").append('"').append(name).append("\":");
        text.append(new String(body, slice.from(), slice.length(), StandardCharsets.UTF_8));
      }
    }
    return json.read(text.append('}').toString().getBytes(StandardCharsets.UTF_8), type);
  }

  /**
   * The elements of a field that is a list.
   *
   * @param most elements it may have
   * @throws ProblemException 400 if it is absent, no list, empty or too long
   */
  public List<Slice> elements(String name, int most) {
    Slice list =
        field(name)
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "body.missing-field", "Field %s is missing.".formatted(name)));
    List<Slice> elements = new ArrayList<>();
    try (JsonParser in = FACTORY.createParser(body, list.from(), list.length())) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw ProblemException.badRequest(
            "body.wrong-type", "Field %s must be a list.".formatted(name));
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        Slice within = slice(body, in);
        elements.add(new Slice(body, within.from() + list.from(), within.until() + list.from()));
      }
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
    if (elements.isEmpty() || elements.size() > most) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field %s must have 1 to %d elements, but has %d."
              .formatted(name, most, elements.size()));
    }
    return elements;
  }

  private static Slice slice(byte[] body, JsonParser in) throws IOException {
    int from = (int) in.currentTokenLocation().getByteOffset();
    if (from < 0) {
      // The parser found another encoding and counts characters.
      throw ProblemException.badRequest("body.malformed", "The body is not in UTF-8.");
    }
    in.skipChildren();
    in.finishToken();
    return new Slice(body, from, (int) in.currentLocation().getByteOffset());
  }

  private static ProblemException malformed(IOException malformed) {
    return ProblemException.badRequest(
        "body.malformed",
        "The body is not JSON: %s"
            .formatted(String.valueOf(malformed.getMessage()).lines().findFirst().orElse("")));
  }
}
