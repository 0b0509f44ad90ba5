package souk.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns of a table as figures, decided by the table that is learned from: figures as they are,
 * texts as one column of 0 and 1 per frequent text. What cannot tell anything is left out with the
 * reason.
 */
final class TableColumns {
  private static final int MOST_TEXTS = 30;
  private static final int FEWEST_ROWS = 10;

  private final Map<String, List<String>> used = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  /**
   * @param names columns that may be used
   */
  TableColumns(TableFile table, List<String> names) {
    for (String name : names) {
      int distinct = table.distinct(name).size();
      if (distinct < 2) {
        leftOut.put(name, "always the same");
      } else if (table.figures(name)) {
        if (numbering(table.figuresOf(name))) {
          leftOut.put(name, "numbers the rows");
        } else {
          used.put(name, List.of());
        }
      } else {
        List<String> texts = frequent(table, name);
        if (distinct > Math.max(MOST_TEXTS, table.rows() / 20) || texts.isEmpty()) {
          leftOut.put(name, "%,d different texts".formatted(distinct));
        } else {
          used.put(name, texts);
        }
      }
    }
  }

  private static boolean numbering(double[] figures) {
    for (int r = 1; r < figures.length; r++) {
      boolean whole = figures[r] == Math.rint(figures[r]);
      if (!whole || !(figures[r] > figures[r - 1])) {
        return false;
      }
    }
    return figures.length > 2;
  }

  private static List<String> frequent(TableFile table, String name) {
    List<String> texts = table.distinct(name);
    int[] counts = table.counts(name);
    return IntStream.range(0, counts.length)
        .filter(c -> counts[c] >= FEWEST_ROWS)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(c -> -counts[c]).thenComparing(texts::get))
        .limit(MOST_TEXTS)
        .map(texts::get)
        .toList();
  }

  /** Leaves a column out after all. */
  void leaveOut(String name, String reason) {
    used.remove(name);
    leftOut.put(name, reason);
  }

  List<String> used() {
    return List.copyOf(used.keySet());
  }

  /** Column and reason. */
  Map<String, String> leftOut() {
    return leftOut;
  }

  /** Names of the figures of a row. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    used.forEach(
        (name, texts) -> {
          if (texts.isEmpty()) {
            names.add(name);
          } else {
            texts.forEach(text -> names.add(name + "=" + text));
          }
        });
    return names;
  }

  /**
   * The figures of another table; texts that were not frequent are none of the frequent ones.
   *
   * @throws CliFailure if a column is missing or holds a text where figures are needed
   */
  double[][] rows(TableFile table) {
    double[][] rows = new double[table.rows()][names().size()];
    int at = 0;
    for (Map.Entry<String, List<String>> column : used.entrySet()) {
      String name = column.getKey();
      table.require(name, "Maybe it was renamed; the table that is learned from has it.");
      if (column.getValue().isEmpty()) {
        fill(rows, at++, table, name);
      } else {
        for (String text : column.getValue()) {
          for (int r = 0; r < rows.length; r++) {
            rows[r][at] = table.text(name, r).equals(text) ? 1 : 0;
          }
          at++;
        }
      }
    }
    return rows;
  }

  private static void fill(double[][] rows, int at, TableFile table, String name) {
    double[] figures = table.figuresOf(name);
    for (int r = 0; r < rows.length; r++) {
      if (Double.isNaN(figures[r]) && !TableFile.missing(table.text(name, r))) {
        throw table.wrong(r, name, "is not a number, but was where it was learned from");
      }
      rows[r][at] = figures[r];
    }
  }
}
