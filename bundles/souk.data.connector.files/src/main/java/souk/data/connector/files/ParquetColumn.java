package souk.data.connector.files;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * One value of each row.
 *
 * @param name path with dots
 * @param sql how to reach it
 * @param type DuckDB's name of its type
 */
record ParquetColumn(String name, String sql, String type) {
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT);

  /** What stands after SELECT: texts are made by the engine where its text is exact. */
  String expression() {
    return isInstant() || isBinaryFloat() ? sql : "left(CAST(" + sql + " AS VARCHAR), 65537)";
  }

  /** The value as the mapping reads it. */
  String text(ResultSet row, int index) throws SQLException {
    if (isBinaryFloat()) {
      String shortest = String.valueOf(row.getObject(index));
      return row.wasNull() ? "" : plain(shortest);
    }
    if (isInstant()) {
      OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
      return value == null ? "" : INSTANT.format(value.withOffsetSameInstant(ZoneOffset.UTC));
    }
    String text = row.getString(index);
    return text == null ? "" : text;
  }

  private boolean isInstant() {
    return type.equals("TIMESTAMP WITH TIME ZONE");
  }

  private boolean isBinaryFloat() {
    return type.equals("FLOAT") || type.equals("DOUBLE");
  }

  private static String plain(String number) {
    boolean finite = number.indexOf('N') < 0 && number.indexOf('f') < 0;
    return finite ? new BigDecimal(number).toPlainString() : number;
  }
}
