package souk.data.connector.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the statement that finds all rows of everything that has a new or changed row. Rows without
 * a cursor value are always read, and so are new rows without a key.
 */
final class GrowingSelect {
  private GrowingSelect() {}

  /** Every row. */
  static String all(Target target) {
    return "SELECT q.* FROM " + target.from() + " q";
  }

  /** No row, for the columns. */
  static String none(Target target) {
    return all(target) + " WHERE 1 = 0";
  }

  /**
   * Has two parameters, both the position to read from.
   *
   * @param quote sign around names, or blank if the database has none
   */
  static String since(Target target, String cursor, List<String> key, String quote) {
    List<String> same = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (String column : key) {
      same.add(named("p", column, quote) + " = " + named("q", column, quote));
      absent.add(named("q", column, quote) + " IS NULL");
    }
    return all(target)
        + " WHERE EXISTS (SELECT 1 FROM "
        + target.from()
        + " p WHERE "
        + String.join(" AND ", same)
        + " AND "
        + fresh("p", cursor, quote)
        + ") UNION ALL "
        + all(target)
        + " WHERE ("
        + String.join(" OR ", absent)
        + ") AND "
        + fresh("q", cursor, quote);
  }

  private static String fresh(String alias, String cursor, String quote) {
    String column = named(alias, cursor, quote);
    return "(" + column + " >= ? OR " + column + " IS NULL)";
  }

  private static String named(String alias, String column, String quote) {
    String sign = quote.strip();
    return alias
        + "."
        + sign
        + (sign.isEmpty() ? column : column.replace(sign, sign + sign))
        + sign;
  }
}
