package souk.demand.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souk.demand.api.DemandForecast;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.RegressorForecaster;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Refusal;
import souk.model.Series;

/**
 * Lets a one-series method answer for a panel. A series too short for the method is answered by
 * seasonal naive, with a note that says so.
 */
abstract class PanelForecaster implements Forecaster {
  static final String VERSION = "1.0.0";

  private static final SeriesForecaster YARDSTICK = new SeasonalNaive();

  /** Numbers for names, which say what belongs together and nothing of a single series. */
  private static final Set<String> CODES = Set.of("product", "store", "category");

  private final String strategy;
  private final SeriesForecaster method;
  private final String options;

  PanelForecaster(String strategy, SeriesForecaster method, String options) {
    this.strategy = strategy;
    this.method = method;
    this.options = options;
  }

  @Override
  public final Optional<Refusal> refuses(Panel history, ForecastTask task) {
    for (Series series : history.seriesList()) {
      Optional<ForecastRefusal> refusal = History.refusal(series.values(), 1);
      if (refusal.isPresent()) {
        return Optional.of(
            new Refusal(
                refusal.get().requirement(),
                "series " + series.id() + " has " + refusal.get().found()));
      }
    }
    return Optional.empty();
  }

  @Override
  public final DemandForecast forecast(Panel history, ForecastTask task) {
    refuses(history, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(
                  "Strategy %s %s.%nMaybe refuses() was not asked first."
                      .formatted(strategy, refusal));
            });
    ForecastRequest request =
        new ForecastRequest(
            task.seasonLength(),
            task.horizon(),
            Arrays.stream(task.levels()).boxed().toList(),
            task.nonNegative(),
            task.seed());
    List<souk.demand.api.SeriesForecast> answers = new ArrayList<>();
    int firstStep = 0;
    for (Series series : history.seriesList()) {
      answers.add(one(series, request, task.levels(), known(history, series, request.horizon())));
      firstStep = Math.max(firstStep, series.untilStep());
    }
    Provenance provenance =
        Provenance.builder(task.now(), strategy, VERSION)
            .option("seasonLength", task.seasonLength())
            .option("nonNegative", task.nonNegative())
            .option("method", options)
            .seed(task.seed())
            .build();
    return new DemandForecast(history.grid(), firstStep, answers, provenance);
  }

  private souk.demand.api.SeriesForecast one(
      Series series, ForecastRequest request, double[] levels, Known known) {
    double[] values = series.values();
    ForecastResult result =
        method instanceof RegressorForecaster regression && known.columns().length > 0
            ? regression.forecast(values, request, known.columns())
            : method.forecast(values, request);
    List<Reason> notes = new ArrayList<>(known.notes());
    if (result instanceof ForecastRefusal refusal) {
      notes.add(
          Reason.of(
              "forecast.short-history",
              "Seasonal naive stands in: " + strategy + " " + refusal.message() + ".",
              strategy,
              values.length));
      result = YARDSTICK.forecast(values, request);
    }
    SeriesForecast forecast = (SeriesForecast) result;
    return new souk.demand.api.SeriesForecast(
        series.id(), forecast.mean(), levels, forecast.quantiles(), forecast.model(), notes);
  }

  /** What is known in advance about one series, and what of it has no influence. */
  private record Known(double[][] columns, List<Reason> notes) {}

  /**
   * The covariates that cover the whole history and horizon and vary within the history, for a
   * method that uses them; the others are named in a note.
   */
  private Known known(Panel history, Series series, int horizon) {
    List<double[]> columns = new ArrayList<>();
    List<String> unused = new ArrayList<>();
    int from = series.firstStep();
    int until = series.untilStep() + horizon;
    for (String name : history.covariateNames()) {
      Optional<Series> covariate = history.covariate(name, series.id());
      if (covariate.isEmpty() || CODES.contains(name)) {
        continue;
      }
      Series values = covariate.get();
      boolean covers = values.firstStep() <= from && values.untilStep() >= until;
      double[] column =
          covers
              ? Arrays.copyOfRange(
                  values.values(), from - values.firstStep(), until - values.firstStep())
              : new double[0];
      if (method instanceof RegressorForecaster
          && covers
          && series.length() > 0
          && !History.isConstant(Arrays.copyOf(column, series.length()))) {
        columns.add(column);
      } else {
        unused.add(name);
      }
    }
    List<Reason> notes =
        unused.isEmpty()
            ? List.of()
            : List.of(
                Reason.of(
                    "forecast.covariates-unused",
                    "Strategy %s does not use the covariates %s.".formatted(strategy, unused),
                    strategy,
                    String.join(", ", unused)));
    return new Known(columns.toArray(double[][]::new), notes);
  }
}
