package souk.it.bench.pooled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scores of all contenders on all rows, on promoted ones, and on those that the peer answers. */
public final class GroceryTable {
  /** Which rows count. */
  public enum Rows {
    ALL,
    PROMOTED,
    SHARED
  }

  private static final String SPENT = "SPENT";

  private final Map<Rows, Map<String, GroceryScore>> scores = new EnumMap<>(Rows.class);

  private final Map<String, double[]> spent = new LinkedHashMap<>();

  /** Nothing scored yet. */
  public GroceryTable() {
    for (Rows rows : Rows.values()) {
      scores.put(rows, new LinkedHashMap<>());
    }
  }

  /** What a file keeps of earlier runs; nothing yet if there is none. */
  public static GroceryTable read(Path file) throws IOException {
    GroceryTable table = new GroceryTable();
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals(SPENT)) {
        table.spend(cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        continue;
      }
      table.of(Rows.valueOf(cells[0])).put(cells[1], GroceryScore.of(cells));
    }
    return table;
  }

  /** Keeps the sums for later runs. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    scores.forEach(
        (rows, all) ->
            all.forEach((name, score) -> lines.add(rows + "\t" + name + "\t" + score.cells())));
    spent.forEach((name, s) -> lines.add(SPENT + "\t" + name + "\t" + s[0] + "\t" + s[1]));
    Files.write(file, lines);
  }

  private Map<String, GroceryScore> of(Rows rows) {
    return scores.getOrDefault(rows, Map.of());
  }

  void add(Rows rows, String name, double seen, double point, double low, double high) {
    of(rows).computeIfAbsent(name, key -> new GroceryScore()).add(seen, point, low, high);
  }

  /** The sums of another table on top. */
  public void add(GroceryTable other) {
    other.scores.forEach(
        (rows, all) ->
            all.forEach(
                (name, score) ->
                    of(rows).computeIfAbsent(name, key -> new GroceryScore()).add(score)));
    other.spent.forEach((name, seconds) -> spend(name, seconds[0], seconds[1]));
  }

  void spend(String name, double processor, double wall) {
    double[] sums = spent.computeIfAbsent(name, key -> new double[2]);
    sums[0] += processor;
    sums[1] += wall;
  }

  /** Processor seconds of a contender, or wall seconds. */
  public double seconds(String name, boolean processor) {
    return spent.getOrDefault(name, new double[2])[processor ? 0 : 1];
  }

  /** Names in the order in which they were asked. */
  public Set<String> contenders() {
    return of(Rows.ALL).keySet();
  }

  /** Sums of a contender; empty if it answered none of these rows. */
  public Optional<GroceryScore> score(Rows rows, String name) {
    return Optional.ofNullable(of(rows).get(name));
  }

  public double wape(Rows rows, String name) {
    return score(rows, name).map(GroceryScore::wape).orElse(Double.NaN);
  }

  public double coverage(Rows rows, String name) {
    return score(rows, name).map(GroceryScore::coverage).orElse(Double.NaN);
  }
}
