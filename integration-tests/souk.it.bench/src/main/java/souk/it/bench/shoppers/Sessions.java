package souk.it.bench.shoppers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import souk.learn.lib.table.RawColumn;

/**
 * The sessions of the set online_shoppers_intention.
 *
 * @param columns all but the target
 * @param bought 1 or 0
 * @param month place of the month in the year, from 1
 */
public record Sessions(List<RawColumn> columns, double[] bought, int[] month) {
  private static final String TARGET = "Revenue";
  private static final String MONTH = "Month";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** Reads lines with a header, without quotes. */
  public static Sessions of(List<String> lines) {
    String[] header = lines.get(0).split(",", -1);
    int rows = lines.size() - 1;
    String[][] fields = new String[header.length][rows];
    for (int r = 0; r < rows; r++) {
      String[] line = lines.get(r + 1).split(",", -1);
      for (int c = 0; c < header.length; c++) {
        fields[c][r] = line[c];
      }
    }
    List<RawColumn> columns = new ArrayList<>();
    double[] bought = {};
    int[] month = {};
    for (int c = 0; c < header.length; c++) {
      String[] column = fields[c];
      if (header[c].equals(TARGET)) {
        bought =
            Arrays.stream(column).mapToDouble(v -> v.equalsIgnoreCase("TRUE") ? 1 : 0).toArray();
        continue;
      }
      if (header[c].equals(MONTH)) {
        month =
            Arrays.stream(column)
                .mapToInt(v -> MONTHS.indexOf(v.substring(0, 3)) / 3 + 1)
                .toArray();
      }
      boolean isText = header[c].equals(MONTH) || column[0].chars().anyMatch(Character::isLetter);
      columns.add(
          isText
              ? RawColumn.of(header[c], column)
              : RawColumn.of(
                  header[c], Arrays.stream(column).mapToDouble(Double::parseDouble).toArray()));
    }
    return new Sessions(List.copyOf(columns), bought, month);
  }

  /** Places of all columns, with or without the month. */
  public int[] places(boolean withMonth) {
    return IntStream.range(0, columns.size())
        .filter(c -> withMonth || !columns.get(c).name().equals(MONTH))
        .toArray();
  }

  /** Some columns of some rows. */
  public List<RawColumn> take(int[] places, int[] rows) {
    return Arrays.stream(places).mapToObj(c -> take(columns.get(c), rows)).toList();
  }

  private static RawColumn take(RawColumn column, int[] rows) {
    if (column.figures().isPresent()) {
      double[] all = column.figures().get();
      return RawColumn.of(column.name(), Arrays.stream(rows).mapToDouble(r -> all[r]).toArray());
    }
    String[] all = column.texts().orElseThrow();
    return RawColumn.of(
        column.name(), Arrays.stream(rows).mapToObj(r -> all[r]).toArray(String[]::new));
  }

  /** The target of some rows. */
  public double[] bought(int[] rows) {
    return Arrays.stream(rows).mapToDouble(r -> bought[r]).toArray();
  }
}
