package souk.edge.shell.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes the Prometheus text exposition format 0.0.4: per metric one HELP and one TYPE line,
 * followed by its samples; counters end in {@code _total}; label values are escaped.
 */
final class PrometheusText {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Kind of a metric. */
  enum Type {
    COUNTER,
    GAUGE
  }

  private static final class Family {
    private final Type type;
    private final String help;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Family(Type type, String help) {
      this.type = type;
      this.help = help;
    }
  }

  private final Map<String, Family> families = new LinkedHashMap<>();

  /**
   * Adds a sample; of two with equal labels the last one counts.
   *
   * @param labels names and values in turn
   */
  void sample(Type type, String name, String help, double value, String... labels) {
    if (!NAME.matcher(name).matches() || (type == Type.COUNTER) != name.endsWith("_total")) {
      throw new IllegalArgumentException(
          "Metric %s of type %s has no proper name.%nMaybe _total is missing or too much."
              .formatted(name, type));
    }
    Family family = families.computeIfAbsent(name, n -> new Family(type, help));
    family.values.put(labels(labels), number(value));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, family) -> {
          text.append("# HELP ").append(name).append(' ').append(escapeHelp(family.help));
          text.append("\n# TYPE ").append(name).append(' ');
          text.append(family.type == Type.COUNTER ? "counter" : "gauge").append('\n');
          family.values.forEach(
              (labels, value) ->
                  text.append(name).append(labels).append(' ').append(value).append('\n'));
        });
    return text.toString();
  }

  private static String labels(String... labels) {
    if (labels.length == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
      text.append(escapeLabel(labels[i + 1])).append('"');
    }
    return text.append('}').toString();
  }

  private static String escapeLabel(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String escapeHelp(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
