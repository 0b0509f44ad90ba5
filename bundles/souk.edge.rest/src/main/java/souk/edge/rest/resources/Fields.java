package souk.edge.rest.resources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.ProblemException;

/** Reads optional and required fields of bodies. */
final class Fields {
  private Fields() {}

  static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw ProblemException.badRequest(
          "body.missing-field", "Field %s is missing.".formatted(name));
    }
    return value;
  }

  static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  static <T> List<T> list(String name, @Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values.contains(null)) {
      throw ProblemException.badRequest("body.null", "Field %s holds null.".formatted(name));
    }
    return values;
  }

  /** A reason for the audit. */
  static String reason(@Nullable String reason) {
    String text = required("reason", reason).strip();
    if (text.isEmpty() || text.length() > 1_000) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Field reason must have 1 to 1000 characters, but has %d.".formatted(text.length()));
    }
    return text;
  }
}
