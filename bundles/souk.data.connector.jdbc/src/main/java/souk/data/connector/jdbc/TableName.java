package souk.data.connector.jdbc;

import java.util.regex.Pattern;

/** Lets nothing through but a name of a table, so that it can stand in a statement. */
final class TableName {
  private static final String PART =
      "(?:[\\p{L}_][\\p{L}\\p{N}_$#]{0,127}|\"[^\"\\p{Cntrl}]{1,128}\")";
  private static final Pattern NAME = Pattern.compile(PART + "(?:\\." + PART + "){0,2}");

  private TableName() {}

  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Target.wrong("table", name, "a name such as sales, shop.sales or shop.\"Sales 2024\"");
    }
    return name;
  }
}
