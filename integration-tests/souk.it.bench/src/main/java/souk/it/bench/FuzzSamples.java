package souk.it.bench;

import java.util.List;
import java.util.Random;

/** Sound sources to begin with, and values that were trouble somewhere. */
final class FuzzSamples {
  static final List<String> COLUMNS =
      List.of("order", "at", "sku", "name", "qty", "price", "customer");
  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "NaN",
          "Infinity",
          "-Infinity",
          "1e400",
          "-1e-400",
          "1E5",
          "-0",
          "+1",
          "--1",
          "0x1F",
          "1,000.50",
          "1.000,50",
          "1.",
          ".5",
          ".",
          "-",
          "1.2.3",
          "99999999999999999999",
          "0.0000001",
          "999999999999.999999",
          "-999999999999.999999",
          "١٢٣",
          "１２",
          "\u22121",
          "1 000",
          "€5",
          "2023-02-29 10:00",
          "2024-02-29 10:00",
          "2024-02-30 10:00",
          "1900-02-29 00:00",
          "0000-00-00 00:00",
          "9999-12-31 23:59",
          "2024-13-01 10:00",
          "2024-03-31 01:30",
          "10000-01-01 00:00",
          "-0001-01-01 00:00",
          "2024-05-06 24:00",
          "2024-05-06",
          "\u0000",
          "a\u0000b",
          "\u0001",
          "\u202Ex",
          "\uFEFF",
          "\uD83C\uDF75",
          "茶壶",
          "=1+1",
          "@cmd",
          "'; DROP TABLE load; --",
          "${jndi:ldap://127.0.0.1/a}",
          "<script>",
          "%s%n%d",
          "{}",
          "[]",
          "null",
          "NULL",
          "true",
          "\"",
          "\"\"",
          "\\",
          "\\u0000",
          "a\nb",
          "a\r\nb",
          "\t");
  static final String MAPPING =
      """
      {"form": "1", "source": "till", "table": "order_line", "zone": "Europe/London",
       "currency": "GBP",
       "columns": {"order_id": "order", "ordered_at": {"column": "at", "pattern": "yyyy-MM-dd HH:mm"},
         "sku": "sku", "description": "name", "quantity": "qty", "unit_price": "price",
         "customer_key": "customer"},
       "rules": {"returnOrderPrefixes": ["C"], "nonArticles": ["POST", "gift_*"],
         "quarantine": ["negative-price"]}}
      """;

  private FuzzSamples() {}

  /** A sound row; now and then in it a value that is not. */
  static String[] row(Random random) {
    String[] row = {
      Integer.toString(1 + random.nextInt(50)),
      "2024-05-%02d %02d:%02d"
          .formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60)),
      "S" + random.nextInt(20),
      "Tea pot 茶 " + random.nextInt(9),
      Integer.toString(random.nextInt(5) - 1),
      (1 + random.nextInt(20)) + "." + random.nextInt(100),
      random.nextBoolean() ? "" : "c" + random.nextInt(9)
    };
    if (random.nextInt(4) == 0) {
      row[random.nextInt(row.length)] = value(random);
    }
    return row;
  }

  static String value(Random random) {
    if (random.nextInt(60) == 0) {
      return "x".repeat(60_000 + random.nextInt(20_000));
    }
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}
