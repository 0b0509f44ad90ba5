package souk.data.connector.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.data.api.LoadException;

/**
 * What is read over a connection, and how it grows.
 *
 * @param from what stands after FROM: a table name, or a query in brackets
 * @param cursor column that rises with each new or changed row; empty to read everything each time
 * @param key columns that name what is read as a whole when one of its rows is new
 * @param overlap how far before the last position the next reading begins
 */
record Target(String from, Optional<String> cursor, List<String> key, Overlap overlap) {
  private static final Set<String> KNOWN = Set.of("table", "query", "cursor", "key", "overlap");

  /**
   * @throws LoadException if an option is unknown, missing or impossible
   */
  static Target of(Map<String, String> options) {
    for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
      if (!KNOWN.contains(option.getKey())) {
        throw wrong(
            option.getKey(), option.getValue(), "left out; known are " + new TreeSet<>(KNOWN));
      }
    }
    Optional<String> cursor = Optional.ofNullable(options.get("cursor")).map(String::strip);
    List<String> key = columns(options.getOrDefault("key", ""));
    if (cursor.isPresent() && key.isEmpty()) {
      throw new LoadException(
          "jdbc.missing-key",
          "The option cursor is \"%s\", but the option key is missing.%nMaybe set it to the column of the order id for order lines, of the article code for products and costs: what has one new row is read again as a whole."
              .formatted(cursor.get()));
    }
    for (String dependent : List.of("key", "overlap")) {
      if (cursor.isEmpty() && options.containsKey(dependent)) {
        throw wrong(dependent, options.get(dependent), "left out where there is no cursor");
      }
    }
    return new Target(from(options), cursor, key, Overlap.of(options.get("overlap")));
  }

  /** Names what is read, apart from how far readings overlap. */
  String stream() {
    return from + "\n" + cursor.orElse("") + "\n" + key;
  }

  private static String from(Map<String, String> options) {
    String table = options.get("table");
    String query = options.get("query");
    if ((table == null) == (query == null)) {
      throw new LoadException(
          "jdbc.table-or-query", "The options must have either table or query, and one of them.");
    }
    return table != null ? TableName.checked(table) : "(\n" + SingleSelect.checked(query) + "\n)";
  }

  private static List<String> columns(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  static LoadException wrong(String name, String value, String wanted) {
    return new LoadException(
        "jdbc.wrong-option",
        "The option %s is \"%s\", but must be %s.".formatted(name, value, wanted));
  }
}
