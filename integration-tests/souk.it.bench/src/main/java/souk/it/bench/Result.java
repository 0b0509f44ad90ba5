package souk.it.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of one benchmark and the limits they missed. */
final class Result {
  private final String name;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();

  Result(String name) {
    this.name = name;
  }

  Result with(String key, long value) {
    values.put(key, Long.toString(value));
    return this;
  }

  Result with(String key, double value, int digits) {
    values.put(key, String.format(Locale.ROOT, "%." + digits + "f", value));
    return this;
  }

  Result with(String key, String value) {
    values.put(key, value);
    return this;
  }

  /** The figures of another result behind these. */
  Result with(Result more) {
    values.putAll(more.values);
    return this;
  }

  /** The figures of another result, each under a name that begins so, and what that missed. */
  Result withAll(Result more, String prefix) {
    more.values.forEach((key, value) -> values.put(prefix + key, value));
    misses.addAll(more.misses);
    return this;
  }

  Result require(boolean holds, String limit) {
    if (!holds) {
      misses.add(name + " missed its limit: " + limit);
    }
    return this;
  }

  List<String> misses() {
    return misses;
  }

  String line() {
    StringBuilder line = new StringBuilder("RESULT ").append(name);
    values.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
    return line.toString();
  }
}
