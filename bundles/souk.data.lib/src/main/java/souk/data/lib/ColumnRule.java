package souk.data.lib;

import java.util.List;
import java.util.Locale;

/**
 * How one column of a domain table is filled.
 *
 * @param target column of the domain table
 * @param column source column, or empty text if {@code constant} is meant
 * @param constant the same value for every row
 * @param pattern pattern of dates, or empty text
 * @param locale language of month names in dates
 * @param decimal decimal sign
 * @param grouping sign between groups of digits, or 0 for none
 * @param empty texts that mean "no value", apart from the empty text
 * @param letterCase {@code keep}, {@code upper} or {@code lower}
 */
record ColumnRule(
    String target,
    String column,
    String constant,
    String pattern,
    Locale locale,
    char decimal,
    char grouping,
    List<String> empty,
    String letterCase) {
  boolean isConstant() {
    return column.isEmpty();
  }

  String clean(String raw) {
    String text = raw.strip();
    if (empty.contains(text)) {
      return "";
    }
    return switch (letterCase) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      default -> text;
    };
  }
}
