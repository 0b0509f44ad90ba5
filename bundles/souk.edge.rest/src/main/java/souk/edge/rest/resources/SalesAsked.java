package souk.edge.rest.resources;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.spi.ForecastTask;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Request;
import souk.model.Frequency;
import souk.model.Panel;

/**
 * What bodies ask for that forecast either series the caller brings or the loaded weekly sales.
 *
 * @param horizon steps ahead
 * @param series what to forecast; the loaded weekly sales if null
 * @param items articles of the loaded sales
 * @param levels quantile levels for series brought
 */
record SalesAsked(
    int horizon,
    @Nullable List<SuppliedPanel.One> series,
    @Nullable Integer items,
    double @Nullable [] levels,
    @Nullable Integer season,
    @Nullable Boolean nonNegative,
    @Nullable Frequency frequency,
    @Nullable String origin,
    @Nullable Long seed,
    @Nullable String strategy,
    @Nullable Boolean calibrated,
    @Nullable Boolean wholeNumbers,
    @Nullable String holidays,
    ForecastOptions.@Nullable StockOuts stockOuts) {
  private static final int ITEMS = 200;
  private static final double[] NONE = {};

  /** Work on the loaded sales. */
  interface Loaded {
    JobStarter.Work of(ForecastRequest sales, ForecastOptions options);
  }

  /** Work on series brought. */
  interface Brought {
    JobStarter.Work of(
        SuppliedPanel supplied, Panel panel, ForecastTask task, ForecastOptions options);
  }

  Answer start(
      JobStarter jobs, Request request, String kind, Clock clock, Loaded loaded, Brought brought) {
    if (series == null) {
      ForecastRequest sales =
          new ForecastRequest(horizon, Fields.or(items, ITEMS), false, Fields.or(seed, 1L));
      ForecastOptions options =
          SuppliedPanel.around(strategy, calibrated, wholeNumbers, holidays, stockOuts);
      return jobs.start(request, kind, loaded.of(sales, options));
    }
    SuppliedPanel supplied = new SuppliedPanel(season, nonNegative, frequency, origin, series);
    Panel panel = supplied.panel();
    ForecastTask task = supplied.task(horizon, Fields.or(levels, NONE), seed, clock);
    ForecastOptions options =
        supplied.options(strategy, calibrated, wholeNumbers, holidays, stockOuts);
    return jobs.start(request, kind, brought.of(supplied, panel, task, options));
  }
}
