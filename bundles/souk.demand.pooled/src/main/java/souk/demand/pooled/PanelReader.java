package souk.demand.pooled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import souk.demand.lib.pooled.PanelColumns;
import souk.demand.lib.pooled.PooledOptions;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;
import souk.demand.lib.pooled.PooledTiming;
import souk.demand.spi.ForecastTask;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;

/** A panel of the contract as the library reads it. One per call. */
final class PanelReader {
  private final Panel panel;
  private final CovariateNames names;
  private final PanelColumns columns;
  private final PooledTiming timing;
  private final List<String> flags = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();
  private final List<float[]> common = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final List<String> unused = new ArrayList<>();

  PanelReader(Panel panel, CovariateNames names, ForecastTask task) {
    this.panel = panel;
    this.names = names;
    this.columns = new PanelColumns(panel, task.horizon(), 1);
    this.timing = timing(task);
    for (String name : panel.covariateNames()) {
      if (!names.isSpecial(name)) {
        sort(name);
      }
    }
  }

  private void sort(String name) {
    boolean isFlag = columns.isFlag(name);
    Optional<float[]> same = isFlag || isConstant(name) ? Optional.empty() : common(name);
    if (same.isPresent()) {
      shared.add(name);
      common.add(same.get());
    } else {
      (isFlag ? flags : isConstant(name) ? attributes : unused).add(name);
    }
  }

  /** The values of a covariate that is the same for all series, such as holidays of a week. */
  private Optional<float[]> common(String name) {
    float[] values = new float[columns.steps()];
    Arrays.fill(values, Float.NaN);
    for (Series series : panel.seriesList()) {
      float[] own = columns.column(name, series);
      for (int t = 0; t < values.length; t++) {
        if (Float.isNaN(values[t])) {
          values[t] = own[t];
        } else if (!Float.isNaN(own[t]) && own[t] != values[t]) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }

  private boolean isConstant(String name) {
    return columns.all(
        name, series -> Arrays.stream(series.values()).distinct().limit(2).count() <= 1);
  }

  /** Covariates that are neither prices, codes, flags nor attributes. */
  List<String> unused() {
    return unused;
  }

  /** The same columns for all who ask. */
  PanelColumns columns() {
    return columns;
  }

  /** All that decides what a model of such a panel looks like, but for the data. */
  Map<String, String> options(CalendarChoice calendar, PooledOptions options) {
    Map<String, String> told = new TreeMap<>();
    told.put("version", PooledForecaster.VERSION);
    told.put("horizon", Integer.toString(options.horizon()));
    told.put("rows", Integer.toString(options.rows()));
    told.put("trees", Integer.toString(options.boost().trees()));
    told.put("loss", options.boost().loss().toString());
    told.put("seed", Long.toString(options.boost().seed()));
    told.put("frequency", panel.grid().frequency().toString());
    told.put("timing", timing.toString());
    told.put(
        "phase", Integer.toString(Math.floorMod(columns.begin(), Math.max(1, timing.cycle()))));
    told.put("calendar", calendar.key());
    told.put("covariates", names.toString());
    told.put("flags", flags.toString());
    told.put("attributes", attributes.toString());
    told.put("common", shared.toString());
    told.put("scale", Double.toString(columns.scale()));
    return told;
  }

  PooledPanel read(CalendarChoice calendar) {
    List<PooledSeries> all = new ArrayList<>();
    boolean priced = panel.covariateNames().contains(names.price());
    boolean based = panel.covariateNames().contains(names.basePrice());
    for (Series series : panel.seriesList()) {
      float[] base = based ? carried(columns.column(names.basePrice(), series)) : new float[0];
      float[] price = priced ? columns.column(names.price(), series) : new float[0];
      float[][] drivers = new float[flags.size()][];
      for (int k = 0; k < drivers.length; k++) {
        drivers[k] = columns.column(flags.get(k), series);
        for (int t = columns.end(series); t < columns.steps(); t++) {
          drivers[k][t] = Float.isNaN(drivers[k][t]) ? 0 : drivers[k][t];
        }
      }
      float[] figures = new float[attributes.size()];
      for (int a = 0; a < figures.length; a++) {
        figures[a] =
            panel
                .covariate(attributes.get(a), series.id())
                .filter(covariate -> covariate.length() > 0)
                .map(covariate -> (float) covariate.value(0))
                .orElse(Float.NaN);
      }
      all.add(
          new PooledSeries(
              series.id(),
              code(names.product(), series, series.id()),
              code(names.store(), series, ""),
              code(names.category(), series, ""),
              columns.units(series, names.available()),
              price,
              base,
              drivers,
              figures));
    }
    float[][] own = calendar.of(panel.grid(), columns.begin(), columns.steps());
    List<float[]> days = new ArrayList<>(List.of(own));
    days.addAll(common);
    IntStream given = IntStream.range(own.length, days.size());
    return new PooledPanel(
        all,
        columns.steps(),
        columns.known(),
        timing,
        days.toArray(new float[0][]),
        IntStream.concat(calendar.counted(), given).toArray());
  }

  private PooledTiming timing(ForecastTask task) {
    Frequency frequency = panel.grid().frequency();
    int year = columns.year();
    int cycle = frequency == Frequency.DAY && task.seasonLength() == 1 ? 7 : task.seasonLength();
    return new PooledTiming(year, cycle == year ? 0 : cycle);
  }

  private static float[] carried(float[] column) {
    for (int t = 1; t < column.length; t++) {
      column[t] = Float.isNaN(column[t]) ? column[t - 1] : column[t];
    }
    return column;
  }

  private String code(String name, Series series, String otherwise) {
    return panel
        .covariate(name, series.id())
        .filter(covariate -> covariate.length() > 0)
        .map(covariate -> String.format(Locale.ROOT, "%s", covariate.value(0)))
        .orElse(otherwise);
  }

  /** Covariates that matter and are not given for the whole horizon of some series. */
  List<String> assumed(ForecastTask task) {
    TreeSet<String> assumed = new TreeSet<>();
    List<String> needed = new ArrayList<>(flags);
    needed.add(names.price());
    for (String name : needed) {
      for (Series series : panel.seriesList()) {
        boolean isShort =
            panel
                .covariate(name, series.id())
                .map(covariate -> covariate.untilStep() < series.untilStep() + task.horizon())
                .orElse(false);
        if (isShort) {
          assumed.add(name);
        }
      }
    }
    return List.copyOf(assumed);
  }
}
