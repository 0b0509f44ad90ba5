package souk.it.bench.pooled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import souk.demand.lib.calendar.CalendarTable;
import souk.demand.lib.calendar.Country;
import souk.demand.lib.calendar.Paydays;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;
import souk.demand.lib.pooled.PooledTiming;
import souk.model.Frequency;
import souk.model.TimeGrid;

/** The set grocery_promotions as a panel of store x product; weeks without a row are unknown. */
public final class GroceryPanel {
  public static final int WEEKS = 156;
  private static final LocalDate FIRST_WEEK_END = LocalDate.of(2009, 1, 14);

  private GroceryPanel() {}

  public static PooledPanel read(Path folder) throws IOException {
    Map<String, List<String>> stores = table(folder.resolve("stores.csv"));
    Map<String, List<String>> products = table(folder.resolve("products.csv"));
    Map<String, Columns> series = new TreeMap<>();
    try (InputStream in =
            new GZIPInputStream(Files.newInputStream(folder.resolve("weekly_sales.csv.gz")));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> cells = cells(line);
        long days = LocalDate.parse(cells.get(0)).toEpochDay() - FIRST_WEEK_END.toEpochDay();
        series
            .computeIfAbsent(cells.get(1) + "/" + cells.get(2), id -> new Columns())
            .add((int) (days / 7), cells);
      }
    }
    List<PooledSeries> all = new ArrayList<>();
    series.forEach(
        (id, columns) -> {
          String store = id.substring(0, id.indexOf('/'));
          String product = id.substring(id.indexOf('/') + 1);
          List<String> item = products.get(product);
          List<String> place = stores.get(store);
          columns.close();
          float[] attributes = {
            number(place.get(7)),
            number(place.get(8)),
            place.get(5).hashCode() % 97,
            item.get(4).hashCode() % 997,
            item.get(2).hashCode() % 997
          };
          all.add(
              new PooledSeries(
                  id,
                  product,
                  store,
                  item.get(3),
                  columns.units,
                  columns.price,
                  columns.base,
                  columns.flags,
                  attributes));
        });
    return new PooledPanel(
        all, WEEKS, WEEKS, PooledTiming.WEEKS, calendar(), CalendarTable.counted());
  }

  /** Weeks end on Wednesday; holidays of the United States. */
  private static float[][] calendar() {
    TimeGrid weeks = new TimeGrid(FIRST_WEEK_END.minusDays(6), Frequency.WEEK);
    return new CalendarTable(weeks, Country.US, new Paydays(Set.of()), List.of()).of(0, WEEKS);
  }

  private static float number(String text) {
    return text.isEmpty() ? Float.NaN : Float.parseFloat(text);
  }

  private static final class Columns {
    final float[] units = unknown();
    final float[] price = unknown();
    final float[] base = unknown();
    final float[][] flags = {unknown(), unknown(), unknown()};

    private static float[] unknown() {
      float[] values = new float[WEEKS];
      Arrays.fill(values, Float.NaN);
      return values;
    }

    void add(int week, List<String> cells) {
      units[week] = number(cells.get(3));
      price[week] = number(cells.get(7));
      base[week] = number(cells.get(8));
      for (int k = 0; k < flags.length; k++) {
        flags[k][week] = number(cells.get(9 + k));
      }
    }

    /** A regular price stands until another is seen. */
    void close() {
      for (int t = 1; t < WEEKS; t++) {
        base[t] = Float.isNaN(base[t]) ? base[t - 1] : base[t];
      }
    }
  }

  private static Map<String, List<String>> table(Path file) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      List<String> cells = cells(line);
      rows.put(cells.get(0), cells);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1));
  }
}
