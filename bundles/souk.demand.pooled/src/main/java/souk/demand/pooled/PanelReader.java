package souk.demand.pooled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final double LARGEST = 1e6;
  private static final double SMALLEST = 1e-3;

  private final Panel panel;
  private final CovariateNames names;
  private final int begin;
  private final int known;
  private final int steps;
  private final double scale;
  private final PooledTiming timing;
  private final List<String> flags = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();
  private final List<float[]> common = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final List<String> unused = new ArrayList<>();

  PanelReader(Panel panel, CovariateNames names, ForecastTask task) {
    this.panel = panel;
    this.names = names;
    int first = Integer.MAX_VALUE;
    int until = Integer.MIN_VALUE;
    double sum = 0;
    long count = 0;
    for (Series series : panel.seriesList()) {
      first = Math.min(first, series.firstStep());
      until = Math.max(until, series.untilStep());
      for (int t = 0; t < series.length(); t++) {
        sum += series.value(t) / 1e3;
        count++;
      }
    }
    this.begin = first;
    this.known = until - first;
    this.steps = known + task.horizon();
    double mean = count == 0 ? 1 : sum / count * 1e3;
    this.scale = mean > LARGEST || (mean > 0 && mean < SMALLEST) ? mean : 1;
    this.timing = timing(task);
    for (String name : panel.covariateNames()) {
      if (!names.isSpecial(name)) {
        sort(name);
      }
    }
  }

  private void sort(String name) {
    Optional<float[]> same = isFlag(name) || isConstant(name) ? Optional.empty() : common(name);
    if (same.isPresent()) {
      shared.add(name);
      common.add(same.get());
    } else {
      (isFlag(name) ? flags : isConstant(name) ? attributes : unused).add(name);
    }
  }

  /** The values of a covariate that is the same for all series, such as holidays of a week. */
  private Optional<float[]> common(String name) {
    float[] values = new float[steps];
    Arrays.fill(values, Float.NaN);
    for (Series series : panel.seriesList()) {
      float[] own = column(name, series);
      for (int t = 0; t < steps; t++) {
        if (Float.isNaN(values[t])) {
          values[t] = own[t];
        } else if (!Float.isNaN(own[t]) && own[t] != values[t]) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }

  private boolean isFlag(String name) {
    return all(name, series -> Arrays.stream(series.values()).allMatch(v -> v == 0 || v == 1));
  }

  private boolean isConstant(String name) {
    return all(name, series -> Arrays.stream(series.values()).distinct().limit(2).count() <= 1);
  }

  private interface Condition {
    boolean holds(Series series);
  }

  private boolean all(String name, Condition condition) {
    for (Series series : panel.seriesList()) {
      Optional<Series> covariate = panel.covariate(name, series.id());
      if (covariate.isPresent() && !condition.holds(covariate.get())) {
        return false;
      }
    }
    return true;
  }

  /** Covariates that are neither prices, codes, flags nor attributes. */
  List<String> unused() {
    return unused;
  }

  /** What units are divided by, so that they fit into single precision. */
  double scale() {
    return scale;
  }

  /** First day of a step of the pooled panel. */
  LocalDate dayOf(int step) {
    return panel.grid().dateOf(begin + step);
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
    told.put("phase", Integer.toString(Math.floorMod(begin, Math.max(1, timing.cycle()))));
    told.put("calendar", calendar.key());
    told.put("covariates", names.toString());
    told.put("flags", flags.toString());
    told.put("attributes", attributes.toString());
    told.put("common", shared.toString());
    told.put("scale", Double.toString(scale));
    return told;
  }

  /** Step of the pooled panel at which a series ends. */
  int end(Series series) {
    return series.untilStep() - begin;
  }

  PooledPanel read(CalendarChoice calendar) {
    List<PooledSeries> all = new ArrayList<>();
    boolean priced = panel.covariateNames().contains(names.price());
    boolean based = panel.covariateNames().contains(names.basePrice());
    for (Series series : panel.seriesList()) {
      float[] base = based ? carried(column(names.basePrice(), series)) : new float[0];
      float[] price = priced ? column(names.price(), series) : new float[0];
      float[][] drivers = new float[flags.size()][];
      for (int k = 0; k < drivers.length; k++) {
        drivers[k] = column(flags.get(k), series);
        for (int t = end(series); t < steps; t++) {
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
              units(series),
              price,
              base,
              drivers,
              figures));
    }
    return new PooledPanel(all, steps, known, timing, calendar(calendar));
  }

  private float[][] calendar(CalendarChoice calendar) {
    List<float[]> columns = new ArrayList<>(List.of(calendar.of(panel.grid(), begin, steps)));
    columns.addAll(common);
    return columns.toArray(new float[0][]);
  }

  private PooledTiming timing(ForecastTask task) {
    Frequency frequency = panel.grid().frequency();
    int year =
        switch (frequency) {
          case DAY -> 364;
          case YEAR -> 0;
          default -> frequency.stepsPerYear();
        };
    int cycle = frequency == Frequency.DAY && task.seasonLength() == 1 ? 7 : task.seasonLength();
    return new PooledTiming(year, cycle == year ? 0 : cycle);
  }

  private float[] units(Series series) {
    float[] units = new float[steps];
    Arrays.fill(units, Float.NaN);
    float[] available = column(names.available(), series);
    for (int t = 0; t < series.length(); t++) {
      int at = series.firstStep() + t - begin;
      units[at] = available[at] == 0 ? Float.NaN : (float) (series.value(t) / scale);
    }
    return units;
  }

  private float[] column(String name, Series series) {
    float[] column = new float[steps];
    Arrays.fill(column, Float.NaN);
    panel
        .covariate(name, series.id())
        .ifPresent(
            covariate -> {
              for (int t = 0; t < covariate.length(); t++) {
                int at = covariate.firstStep() + t - begin;
                if (at >= 0 && at < steps) {
                  column[at] = (float) covariate.value(t);
                }
              }
            });
    return column;
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
