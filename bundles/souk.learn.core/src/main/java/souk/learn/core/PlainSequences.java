package souk.learn.core;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import souk.learn.api.Sequences;

/**
 * Reads sequences that were asked about in plain values: rows × steps × figures.
 *
 * @param values by name
 */
record PlainSequences(Map<String, Object> values) {
  Optional<String> text(String field) {
    return Optional.ofNullable(values.get(field)).map(String::valueOf);
  }

  String word(String field) {
    return text(field).orElseThrow(() -> PlainRequest.missing(field)).toUpperCase(Locale.ROOT);
  }

  long number(String field, long otherwise) {
    return values.get(field) instanceof Number number ? number.longValue() : otherwise;
  }

  double share(String field, double otherwise) {
    double share = values.get(field) instanceof Number number ? number.doubleValue() : otherwise;
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "Field %s must lie between 0 and 1, but is %s.".formatted(field, share));
    }
    return share;
  }

  Map<String, Double> options() {
    Map<String, Double> options = new TreeMap<>();
    if (values.get("options") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> options.put(String.valueOf(name), figure("options", value)));
    }
    return options;
  }

  double[] target() {
    List<?> list = list("target", values.get("target"));
    double[] target = new double[list.size()];
    for (int r = 0; r < target.length; r++) {
      target[r] = figure("target", list.get(r));
    }
    return target;
  }

  Optional<Sequences> rows(String field) {
    if (values.get(field) == null) {
      return Optional.empty();
    }
    List<?> rows = list(field, values.get(field));
    float[][][] figures = new float[rows.size()][][];
    int features = 0;
    for (int r = 0; r < figures.length; r++) {
      List<?> steps = list(field, rows.get(r));
      figures[r] = new float[steps.size()][];
      for (int s = 0; s < figures[r].length; s++) {
        List<?> step = list(field, steps.get(s));
        figures[r][s] = new float[step.size()];
        features = Math.max(features, step.size());
        for (int f = 0; f < step.size(); f++) {
          figures[r][s][f] = (float) figure(field, step.get(f));
        }
      }
    }
    return Optional.of(Sequences.ofFigures(figures, features));
  }

  private static List<?> list(String field, @Nullable Object value) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalArgumentException(
        "Field %s must hold lists that are not empty, but holds %s.".formatted(field, value));
  }

  private static double figure(String field, @Nullable Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "Field %s must hold finite numbers, but holds %s.%nMaybe a missing value was not replaced."
            .formatted(field, value));
  }

  /** SHA-256 of rows and targets in the order given. */
  String snapshot() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
        for (float[][] row : rows("rows").orElseThrow().figures()) {
          out.writeInt(row.length);
          for (float[] step : row) {
            for (float figure : step) {
              out.writeFloat(figure);
            }
          }
        }
        for (double target : target()) {
          out.writeDouble(target);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("A fingerprint cannot be made.", e);
    }
  }
}
