package souk.edge.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.ProblemException;

/**
 * Reads and writes the JSON of the edge: strict in what it takes (unknown fields, duplicate fields
 * and wrong types are refused by name), no default typing. Safe for use by many threads.
 */
public final class Json {
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);
  private static final int MAX_DEPTH = 50;
  private static final int MAX_TEXT = 1_000_000;
  private static final int MAX_NAME = 1_000;
  private static final int MAX_DIGITS = 100;

  private final ObjectMapper mapper;

  public Json() {
    this(MAX_TEXT);
  }

  private Json(int maxText) {
    this.mapper =
        JsonMapper.builder(
                com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(maxText)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .build())
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 256)))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonWriteFeature.QUOTE_FIELD_NAMES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(ValueModule.create())
            .addModule(ViewModule.create())
            .build();
  }

  /** Reads bodies in which one text may be as long as the body: tables and archives. */
  public static Json forLargeTexts(int mostBytes) {
    return new Json(mostBytes);
  }

  /**
   * Reads a body; an empty one as an empty object.
   *
   * @throws ProblemException 400 with place and remedy if it does not fit
   */
  public <T> T read(byte[] body, Class<T> type) {
    try {
      T value = mapper.readValue(body.length == 0 ? EMPTY_OBJECT : body, type);
      if (value == null) {
        throw ProblemException.badRequest(
            "body.null", "The body is null, but must be a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(Objects::toString)
              .collect(Collectors.toCollection(TreeSet::new))
              .stream()
              .collect(Collectors.joining(", "));
      throw ProblemException.badRequest(
          "body.unknown-field",
          "Field %s is unknown; known are %s.%nMaybe it is misspelt."
              .formatted(path(unknown), known));
    } catch (ValueInstantiationException impossible) {
      Throwable cause = impossible.getCause();
      throw ProblemException.badRequest(
          "body.impossible-value",
          "%s: %s".formatted(path(impossible), cause == null ? "impossible" : cause.getMessage()));
    } catch (MismatchedInputException mismatch) {
      throw ProblemException.badRequest(
          "body.wrong-type",
          "Field %s must be %s.".formatted(path(mismatch), wanted(mismatch.getTargetType())));
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** UTF-8 bytes of a value. */
  public byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  private static ProblemException malformed(JsonProcessingException malformed) {
    if (malformed instanceof StreamConstraintsException
        || malformed.getCause() instanceof StreamConstraintsException) {
      return ProblemException.badRequest(
          "body.beyond-limits", "The body breaks a limit: " + malformed.getOriginalMessage());
    }
    JsonLocation at = malformed.getLocation();
    String where =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    String what = malformed.getOriginalMessage().replaceAll(" \\(start marker at .*", "");
    return ProblemException.badRequest(
        "body.malformed", "The body is not JSON%s: %s".formatted(where, what));
  }

  private static String path(JsonMappingException at) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : at.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      } else if (step.getIndex() >= 0) {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.isEmpty() ? "of the body" : path.toString();
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
