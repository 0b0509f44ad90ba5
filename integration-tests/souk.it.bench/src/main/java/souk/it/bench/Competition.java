package souk.it.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.AccuracyTally;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/** The same loop over a competition's series for every method, with processor time per series. */
final class Competition {
  private static final List<Double> LEVELS = List.of(0.025, 0.1, 0.5, 0.9, 0.975);

  /** What one method reached. */
  record Row(Accuracy accuracy, double processorMillis) {}

  private Competition() {}

  /** The part of the series that the options name: every n-th, held-out ends in place of tests. */
  static List<CompetitionSeries> part(List<CompetitionSeries> all, Arguments options) {
    List<CompetitionSeries> part = new ArrayList<>();
    int every = options.number("every", 1);
    UnaryOperator<CompetitionSeries> view =
        options.text("judge", "test").equals("held-out")
            ? CompetitionSeries::heldOut
            : UnaryOperator.identity();
    for (int i = options.number("from", 0); i < all.size(); i += every) {
      part.add(view.apply(all.get(i)));
    }
    return part;
  }

  /**
   * Lets every method forecast every series.
   *
   * @param season season that the methods are told; the scale is that of the competition
   */
  static Map<String, Row> run(
      String title,
      List<CompetitionSeries> all,
      Map<String, SeriesForecaster> methods,
      int season) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, AccuracyTally> tallies = new LinkedHashMap<>();
    Map<String, Long> nanos = new LinkedHashMap<>();
    for (CompetitionSeries series : all) {
      ForecastRequest request = new ForecastRequest(season, series.test().length, LEVELS, false, 7);
      methods.forEach(
          (name, method) -> {
            long begin = threads.getCurrentThreadCpuTime();
            boolean answered =
                method.forecast(series.train(), request) instanceof SeriesForecast forecast
                    && judge(
                        tallies.computeIfAbsent(name, n -> new AccuracyTally()), series, forecast);
            nanos.merge(name, threads.getCurrentThreadCpuTime() - begin, Long::sum);
            if (!answered) {
              tallies.computeIfAbsent(name, n -> new AccuracyTally()).refuse();
            }
          });
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    tallies.forEach(
        (name, tally) -> {
          double millis = nanos.getOrDefault(name, 0L) / 1e6 / Math.max(1, all.size());
          Row row = new Row(tally.accuracy(), millis);
          rows.put(name, row);
          print(title, name, row);
        });
    return rows;
  }

  private static boolean judge(
      AccuracyTally tally, CompetitionSeries series, SeriesForecast forecast) {
    tally.add(series.test(), forecast, series.train(), series.season());
    return true;
  }

  private static void print(String title, String name, Row row) {
    Accuracy accuracy = row.accuracy();
    System.out.printf(
        Locale.ROOT,
        "%-10s %-16s series %d, refused %d: sMAPE %.3f, MASE %.4f, 80 %% interval covers %.3f, MSIS %.2f, %.2f ms of processor each%n",
        title,
        name,
        accuracy.forecasts(),
        accuracy.refusals(),
        accuracy.smape(),
        accuracy.mase(),
        accuracy.coverage80(),
        accuracy.msis(),
        row.processorMillis());
  }
}
