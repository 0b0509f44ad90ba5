package souk.edge.webconsole.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A configuration as it would be: what was typed, what would change, what speaks against it.
 *
 * @param pid what it is for
 * @param entries one per field
 * @param changes what would change
 * @param refusals why the component would not take it, for people
 * @param restarts components that would start anew
 * @param users bundles that use them
 * @param values what would be kept: only what differs from the defaults, and what no field shows
 */
record Proposal(
    String pid,
    List<Entry> entries,
    List<Change> changes,
    List<String> refusals,
    List<String> restarts,
    List<String> users,
    Map<String, Object> values) {

  /**
   * A value that would change.
   *
   * @param name of the field, for people
   */
  record Change(String id, String name, String before, String after) {}

  boolean good() {
    return refusals.isEmpty() && entries.stream().allMatch(e -> e.error().isEmpty());
  }

  /** What was there before, as one line. */
  String before() {
    return String.join(", ", changes.stream().map(c -> c.id() + "=" + line(c.before())).toList());
  }

  String after() {
    return String.join(", ", changes.stream().map(c -> c.id() + "=" + line(c.after())).toList());
  }

  private static String line(String text) {
    return text.replace("\n", "; ");
  }

  /** The value of a field that holds now: what is set, or the default. */
  static String holding(Field field, Map<String, Object> current) {
    return Optional.ofNullable(current.get(field.id())).map(Settings::text).orElse(standard(field));
  }

  static String standard(Field field) {
    return String.join("\n", field.defaults());
  }

  static List<Change> changes(List<Entry> entries, Map<String, Object> current) {
    List<Change> changes = new ArrayList<>();
    for (Entry entry : entries) {
      String now = holding(entry.field(), current);
      String then = entry.value().map(Settings::text).orElse(entry.typed());
      if (!same(entry.field(), now, then)) {
        changes.add(new Change(entry.field().id(), entry.field().name(), now, then));
      }
    }
    return changes;
  }

  /** Everything that no field shows stays; of the fields only what is not the default. */
  static Map<String, Object> values(List<Entry> entries, Map<String, Object> current) {
    Map<String, Object> values = new TreeMap<>(current);
    for (Entry entry : entries) {
      values.remove(entry.field().id());
      entry
          .value()
          .filter(v -> !same(entry.field(), Settings.text(v), standard(entry.field())))
          .ifPresent(v -> values.put(entry.field().id(), v));
    }
    return values;
  }

  private static boolean same(Field field, String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    try {
      return field.type().number()
          && !field.many()
          && new java.math.BigDecimal(a).compareTo(new java.math.BigDecimal(b)) == 0;
    } catch (NumberFormatException e) {
      // One of them was set elsewhere and is no number: then they differ.
      return false;
    }
  }
}
