package souk.learn.lib.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.learn.lib.Bytes;

/**
 * Which columns a model uses, and what code each category has; made without a look at the target.
 * Columns that cannot help are left out with a reason. Immutable.
 */
public final class Encoding {
  /** Most categories of a column that get a code; rarer ones count as missing. */
  public static final int MOST_CATEGORIES = 200;

  private static final int FEWEST_ROWS = 3;
  private static final double ALMOST_ALL = 0.5;
  private static final int MANY = 50;

  /** Why a column is left out, or what is odd about it. */
  public enum Oddity {
    /** Nothing is known in any row. */
    EMPTY,
    /** All rows have the same. */
    CONSTANT,
    /** Almost every row has its own: a name or a key. */
    KEY,
    /** Counts the rows. */
    RUNNING_NUMBER,
    /** More categories than get a code; the rest counts as missing. */
    MANY_CATEGORIES
  }

  /**
   * What was found.
   *
   * @param column name
   * @param oddity what
   * @param figure how many distinct values
   */
  public record Finding(String column, Oddity oddity, int figure) {}

  /**
   * One column in use.
   *
   * @param codes per category; empty for figures
   */
  private record Used(String name, Optional<Map<String, Integer>> codes) {}

  private final List<Used> used;
  private final List<Finding> findings;

  private Encoding(List<Used> used, List<Finding> findings) {
    this.used = List.copyOf(used);
    this.findings = List.copyOf(findings);
  }

  /** Looks at the columns of training rows. */
  public static Encoding of(List<RawColumn> columns) {
    List<Used> used = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (RawColumn column : columns) {
      Optional<Finding> finding =
          column.figures().isPresent()
              ? ofFigures(column.name(), column.figures().get())
              : ofTexts(column.name(), column.texts().orElseThrow());
      finding.ifPresent(findings::add);
      if (finding.isEmpty() || finding.get().oddity() == Oddity.MANY_CATEGORIES) {
        used.add(new Used(column.name(), column.texts().map(Encoding::codes)));
      }
    }
    return new Encoding(used, findings);
  }

  private static Optional<Finding> ofFigures(String name, double[] figures) {
    TreeSet<Double> distinct = new TreeSet<>();
    boolean steady = figures.length > MANY;
    boolean missing = false;
    for (int r = 0; r < figures.length; r++) {
      missing |= Double.isNaN(figures[r]);
      if (!Double.isNaN(figures[r])) {
        distinct.add(figures[r] + 0.0);
      }
      steady &= r == 0 || figures[r] - figures[r - 1] == 1;
    }
    if (distinct.isEmpty()) {
      return Optional.of(new Finding(name, Oddity.EMPTY, 0));
    }
    if (distinct.size() == 1 && !missing) {
      return Optional.of(new Finding(name, Oddity.CONSTANT, 1));
    }
    return steady
        ? Optional.of(new Finding(name, Oddity.RUNNING_NUMBER, distinct.size()))
        : Optional.empty();
  }

  private static Optional<Finding> ofTexts(String name, String[] texts) {
    Map<String, Integer> counts = counts(texts);
    int known = counts.values().stream().mapToInt(count -> count).sum();
    if (known == 0) {
      return Optional.of(new Finding(name, Oddity.EMPTY, 0));
    }
    if (counts.size() == 1 && known == texts.length) {
      return Optional.of(new Finding(name, Oddity.CONSTANT, 1));
    }
    if (counts.size() > ALMOST_ALL * known && (counts.size() > MANY || counts.size() == known)) {
      return Optional.of(new Finding(name, Oddity.KEY, counts.size()));
    }
    return counts.size() > MOST_CATEGORIES
        ? Optional.of(new Finding(name, Oddity.MANY_CATEGORIES, counts.size()))
        : Optional.empty();
  }

  private static Map<String, Integer> counts(String[] texts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      if (!text.isEmpty()) {
        counts.merge(text, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Codes by falling frequency. */
  private static Map<String, Integer> codes(String[] texts) {
    Map<String, Integer> counts = counts(texts);
    Map<String, Integer> codes = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(one -> counts.size() <= 2 || one.getValue() >= FEWEST_ROWS)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(MOST_CATEGORIES)
        .forEach(one -> codes.put(one.getKey(), codes.size()));
    return codes;
  }

  /** Names of the columns in use, in order. */
  public List<String> columns() {
    return used.stream().map(Used::name).toList();
  }

  /** Per column in use: whether it holds codes. */
  public boolean[] categorical() {
    boolean[] categorical = new boolean[used.size()];
    for (int c = 0; c < categorical.length; c++) {
      categorical[c] = used.get(c).codes().isPresent();
    }
    return categorical;
  }

  /** What was found odd about columns. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Rows with figures and codes; NaN where something is missing, or a category was not there.
   *
   * @throws IllegalArgumentException if a column is absent, or has texts in place of figures
   */
  public double[][] rows(List<RawColumn> columns) {
    Map<String, RawColumn> byName = new TreeMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    int count = columns.isEmpty() ? 0 : columns.get(0).rows();
    double[][] rows = new double[count][used.size()];
    for (int c = 0; c < used.size(); c++) {
      RawColumn column = byName.get(used.get(c).name());
      if (column == null) {
        throw new IllegalArgumentException(
            "Column %s is missing.%nMaybe the rows to predict come from another file than those learned from."
                .formatted(used.get(c).name()));
      }
      fill(rows, c, column);
    }
    return rows;
  }

  private void fill(double[][] rows, int c, RawColumn column) {
    Optional<Map<String, Integer>> codes = used.get(c).codes();
    for (int r = 0; r < rows.length; r++) {
      if (codes.isPresent()) {
        Integer code = codes.get().get(text(column, r));
        rows[r][c] = code == null ? Double.NaN : code;
      } else {
        rows[r][c] = figure(column, r);
      }
    }
  }

  /** A text; a whole number in figures is written without a point. */
  private static String text(RawColumn column, int row) {
    if (column.texts().isPresent()) {
      return column.texts().get()[row];
    }
    double figure = column.figures().orElseThrow()[row];
    return figure == (long) figure ? Long.toString((long) figure) : Double.toString(figure);
  }

  private static double figure(RawColumn column, int row) {
    if (column.figures().isPresent()) {
      return column.figures().get()[row];
    }
    String text = column.texts().orElseThrow()[row];
    if (text.isEmpty()) {
      return Double.NaN;
    }
    throw new IllegalArgumentException(
        "Column %s holds \"%s\" in row %d, but figures where the model learned."
            .formatted(column.name(), text, row + 1));
  }

  /** Writes what {@link #read} reads; findings are left out. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(used.size());
    for (Used column : used) {
      out.writeUTF(column.name());
      out.writeBoolean(column.codes().isPresent());
      if (column.codes().isPresent()) {
        out.writeInt(column.codes().get().size());
        for (String text : column.codes().get().keySet()) {
          out.writeUTF(text);
        }
      }
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is damaged
   */
  public static Encoding read(DataInputStream in) throws IOException {
    List<Used> used = new ArrayList<>();
    for (int left = Bytes.length(in, 3); left > 0; left--) {
      String name = in.readUTF();
      if (!in.readBoolean()) {
        used.add(new Used(name, Optional.empty()));
        continue;
      }
      Map<String, Integer> codes = new LinkedHashMap<>();
      for (int more = Bytes.length(in, 2); more > 0; more--) {
        codes.put(in.readUTF(), codes.size());
      }
      used.add(new Used(name, Optional.of(codes)));
    }
    return new Encoding(used, List.of());
  }
}
