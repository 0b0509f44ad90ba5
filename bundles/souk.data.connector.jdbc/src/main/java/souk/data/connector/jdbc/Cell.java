package souk.data.connector.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the values of one column are taken, by its type. */
enum Cell {
  NUMBER {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      try {
        return row.getBigDecimal(index);
      } catch (SQLException e) {
        // Some databases have numbers that are none, such as NaN; the mapping sets them aside.
        return row.getString(index);
      }
    }
  },
  BINARY_FLOAT {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      return row.getObject(index);
    }
  },
  FLAG {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      boolean value = row.getBoolean(index);
      return row.wasNull() ? null : Boolean.valueOf(value);
    }
  },
  DAY {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      return row.getObject(index, LocalDate.class);
    }
  },
  LOCAL_TIME {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      return row.getObject(index, LocalDateTime.class);
    }
  },
  INSTANT {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
      return value == null ? null : value.toInstant();
    }
  },
  TEXT {
    @Override
    @Nullable Object value(ResultSet row, int index) throws SQLException {
      return row.getString(index);
    }
  },
  /** Left out: no table of the warehouse takes bytes. */
  BYTES {
    @Override
    @Nullable Object value(ResultSet row, int index) {
      return null;
    }
  };

  /** The value, of a type that the kind stands for, or null. */
  abstract @Nullable Object value(ResultSet row, int index) throws SQLException;

  static Cell of(ResultSetMetaData columns, int index) throws SQLException {
    String type = String.valueOf(columns.getColumnTypeName(index)).toLowerCase(Locale.ROOT);
    boolean zoned =
        type.equals("timestamptz") || (type.contains("time zone") && !type.contains("without"));
    return switch (columns.getColumnType(index)) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
      case Types.NUMERIC, Types.DECIMAL -> NUMBER;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> type.equals("money") ? TEXT : BINARY_FLOAT;
      case Types.BOOLEAN -> FLAG;
      case Types.BIT -> columns.getPrecision(index) > 1 ? TEXT : FLAG;
      case Types.DATE -> DAY;
      case Types.TIMESTAMP -> zoned ? INSTANT : LOCAL_TIME;
      case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default -> TEXT;
    };
  }

  /** The value as the mapping reads it: plain decimals, ISO dates, UTC instants with a Z. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      String shortest = value.toString();
      return Double.isFinite(((Number) value).doubleValue())
          ? new BigDecimal(shortest).toPlainString()
          : shortest;
    }
    if (value instanceof LocalDateTime || value instanceof java.time.Instant) {
      return Times.text(value);
    }
    return value.toString();
  }
}
