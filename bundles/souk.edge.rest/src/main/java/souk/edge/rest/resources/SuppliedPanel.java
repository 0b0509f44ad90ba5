package souk.edge.rest.resources;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.demand.api.ForecastOptions;
import souk.demand.spi.ForecastTask;
import souk.edge.rest.http.ProblemException;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;
import souk.model.TimeGrid;

/** Reads the series that a caller brings; a gap is a step in which nothing could be sold. */
record SuppliedPanel(
    @Nullable Integer season,
    @Nullable Boolean nonNegative,
    @Nullable Frequency frequency,
    @Nullable String origin,
    List<One> series) {
  private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);
  private static final String AVAILABLE = "available";

  /** No number that a flag has. */
  private static final int FIRST_CODE = 2;

  /** Attributes that models which learn across series know as numbers. */
  private static final List<String> CODED = List.of("product", "store", "category");

  /**
   * One series.
   *
   * @param id unique
   * @param firstStep where it begins; 0 if left out
   * @param values oldest first; null where nothing is known
   * @param covariates per name: one value per step of history and horizon
   * @param attributes such as product, category, store, by which models that learn across series
   *     know what belongs together
   */
  record One(
      String id,
      @Nullable Integer firstStep,
      List<@Nullable Double> values,
      @Nullable Map<String, double[]> covariates,
      @Nullable Map<String, String> attributes) {
    boolean gaps() {
      return values.contains(null);
    }
  }

  /** What is done around the model; gaps are filled. */
  ForecastOptions options(
      @Nullable String strategy,
      @Nullable Boolean calibrated,
      @Nullable Boolean wholeNumbers,
      @Nullable String holidays,
      ForecastOptions.@Nullable StockOuts stockOuts) {
    boolean gaps = series.stream().anyMatch(One::gaps);
    return around(
        strategy,
        calibrated,
        wholeNumbers,
        holidays,
        Fields.or(
            stockOuts,
            gaps ? ForecastOptions.StockOuts.FILL_KNOWN : ForecastOptions.StockOuts.COUNT));
  }

  /** What is done around the model. */
  static ForecastOptions around(
      @Nullable String strategy,
      @Nullable Boolean calibrated,
      @Nullable Boolean wholeNumbers,
      @Nullable String holidays,
      ForecastOptions.@Nullable StockOuts stockOuts) {
    return ForecastOptions.builder()
        .strategy(Optional.ofNullable(strategy))
        .calibrated(Fields.or(calibrated, false))
        .wholeNumbers(Fields.or(wholeNumbers, false))
        .holidays(Optional.ofNullable(holidays))
        .stockOuts(Fields.or(stockOuts, ForecastOptions.StockOuts.COUNT))
        .build();
  }

  /** Attributes per series. */
  Map<String, Map<String, String>> attributes() {
    Map<String, Map<String, String>> all = new HashMap<>();
    series.forEach(one -> all.put(one.id(), Fields.or(one.attributes(), Map.<String, String>of())));
    return all;
  }

  /** Category per series that has one. */
  Map<String, String> categories() {
    Map<String, String> categories = new HashMap<>();
    attributes()
        .forEach(
            (id, attributes) ->
                Optional.ofNullable(attributes.get("category"))
                    .ifPresent(category -> categories.put(id, category)));
    return categories;
  }

  Panel panel() {
    return panel(false);
  }

  /** With numbers for product, store and category, for models that learn across series. */
  Panel coded() {
    return panel(true);
  }

  private Panel panel(boolean coded) {
    Frequency step = Fields.or(frequency, guess(Fields.or(season, 1)));
    Panel.Builder panel = Panel.builder(new TimeGrid(day(), step));
    List<One> all = Fields.list("series", Fields.required("series", series));
    if (all.isEmpty()) {
      throw ProblemException.badRequest("body.missing-field", "Field series is empty.");
    }
    Map<String, Integer> codes = new HashMap<>();
    for (One one : all) {
      String id = Fields.required("series.id", one.id());
      List<@Nullable Double> values = Fields.required("series.values", one.values());
      int first = Fields.or(one.firstStep(), 0);
      panel.add(new Series(id, first, known(values)));
      Map<String, double[]> covariates =
          new LinkedHashMap<>(Fields.or(one.covariates(), Map.<String, double[]>of()));
      if (one.gaps()) {
        covariates.put(AVAILABLE, available(id, values, covariates.get(AVAILABLE)));
      }
      for (String name : coded ? CODED : List.<String>of()) {
        String word = Fields.or(one.attributes(), Map.<String, String>of()).get(name);
        if (word != null && !values.isEmpty() && !covariates.containsKey(name)) {
          int code = codes.computeIfAbsent(name + ' ' + word, key -> codes.size() + FIRST_CODE);
          covariates.put(name, constant(code, values.size()));
        }
      }
      covariates.forEach((name, column) -> panel.covariate(name, new Series(id, first, column)));
    }
    return panel.build();
  }

  private static double[] constant(double value, int length) {
    double[] column = new double[length];
    Arrays.fill(column, value);
    return column;
  }

  private static double[] known(List<@Nullable Double> values) {
    double[] known = new double[values.size()];
    for (int t = 0; t < known.length; t++) {
      Double value = values.get(t);
      known[t] = value == null ? 0 : value;
    }
    return known;
  }

  private static double[] available(
      String id, List<@Nullable Double> values, double @Nullable [] told) {
    if (values.stream().allMatch(Objects::isNull)) {
      throw ProblemException.badRequest(
          "body.impossible-value",
          "Series %s has %d steps and 0 known values.".formatted(id, values.size()));
    }
    double[] available = new double[values.size()];
    for (int t = 0; t < available.length; t++) {
      boolean none = told != null && t < told.length && told[t] == 0;
      available[t] = none || values.get(t) == null ? 0 : 1;
    }
    return available;
  }

  ForecastTask task(@Nullable Integer horizon, double[] levels, @Nullable Long seed, Clock clock) {
    return new ForecastTask(
        Fields.required("horizon", horizon),
        Fields.or(season, 1),
        levels,
        Fields.or(nonNegative, positive()),
        Fields.or(seed, 1L),
        clock.instant());
  }

  private boolean positive() {
    return series.stream()
        .allMatch(one -> one.values().stream().allMatch(value -> value == null || value >= 0));
  }

  private LocalDate day() {
    if (origin == null) {
      return ORIGIN;
    }
    try {
      return LocalDate.parse(origin);
    } catch (DateTimeParseException malformed) {
      throw ProblemException.badRequest(
          "body.wrong-type",
          "Field origin must be a day such as 2026-03-01, but is %s.".formatted(origin));
    }
  }

  private static Frequency guess(int season) {
    return switch (season) {
      case 4 -> Frequency.QUARTER;
      case 12 -> Frequency.MONTH;
      case 52, 53 -> Frequency.WEEK;
      default -> Frequency.DAY;
    };
  }
}
