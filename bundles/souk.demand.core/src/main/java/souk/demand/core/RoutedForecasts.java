package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Panel;
import souk.model.Series;

/** Sends a panel in chunks through the router, one strategy at a time, on the kernel's workers. */
final class RoutedForecasts {
  /**
   * What came back.
   *
   * @param bySeries forecasts of the series that were answered
   * @param refused why the others were not, by series id
   */
  record Answer(Map<String, SeriesForecast> bySeries, Map<String, String> refused) {}

  private record Reply(Optional<DemandForecast> forecast, Map<String, String> refused) {}

  private final StrategyRouter router;
  private final Jobs jobs;
  private final ForecasterCatalog catalog;
  private final List<String> compared;
  private final int chunkSeries;
  private final long deadlineMillis;

  RoutedForecasts(
      StrategyRouter router,
      Jobs jobs,
      ForecasterCatalog catalog,
      List<String> compared,
      int chunkSeries,
      long deadlineMillis) {
    this.router = router;
    this.jobs = jobs;
    this.catalog = catalog;
    this.compared = compared;
    this.chunkSeries = chunkSeries;
    this.deadlineMillis = deadlineMillis;
  }

  /** All that can be asked for by name, the selected strategy first. */
  List<StrategyRef> strategies() {
    return router.strategies(Forecaster.class);
  }

  /** Those among which a choice is made, the selected strategy first; all if none was named. */
  List<StrategyRef> compared() {
    List<StrategyRef> all = strategies();
    List<StrategyRef> some =
        all.stream().filter(strategy -> compared.contains(strategy.strategy())).toList();
    return some.isEmpty() ? all : some;
  }

  /** What is known of the strategies without waking them. */
  ForecasterCatalog catalog() {
    return catalog;
  }

  /**
   * Forecasts with one strategy, in chunks unless it learns across series.
   *
   * @throws RoutingException if the strategy fails
   */
  Answer forecast(StrategyRef strategy, Panel panel, ForecastTask task, Progress progress) {
    List<Callable<Answer>> tasks = new ArrayList<>();
    List<Series> all = panel.seriesList();
    int size = catalog.of(strategy).wholePanel() ? Math.max(1, all.size()) : chunkSeries;
    for (int from = 0; from < all.size(); from += size) {
      List<Series> chunk = all.subList(from, Math.min(all.size(), from + size));
      tasks.add(
          () -> {
            progress.throwIfCancelled();
            return chunk(strategy, Panels.of(panel, chunk), task);
          });
    }
    Answer answer = new Answer(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Answer part : parallel(tasks)) {
      answer.bySeries().putAll(part.bySeries());
      answer.refused().putAll(part.refused());
    }
    return answer;
  }

  private List<Answer> parallel(List<Callable<Answer>> tasks) {
    try {
      return jobs.parallel(tasks);
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The forecast was interrupted.", e);
    } catch (Exception e) {
      throw new IllegalStateException("A worker failed: " + e.getMessage(), e);
    }
  }

  private Answer chunk(StrategyRef strategy, Panel panel, ForecastTask task) {
    Reply reply = call(strategy, panel, task);
    Answer answer = new Answer(new LinkedHashMap<>(), new LinkedHashMap<>(reply.refused()));
    reply
        .forecast()
        .ifPresent(
            forecast ->
                forecast.seriesList().forEach(one -> answer.bySeries().put(one.seriesId(), one)));
    return answer;
  }

  private Reply call(StrategyRef strategy, Panel panel, ForecastTask task) {
    CallOptions<Reply> options =
        CallOptions.<Reply>within(deadlineMillis)
            .checkedBy(
                reply ->
                    reply
                        .forecast()
                        .flatMap(
                            f -> ForecastCheck.complaint(f, without(panel, reply.refused()), task)))
            .only(strategy);
    return router
        .call(Forecaster.class, options, forecaster -> ask(forecaster, panel, task))
        .value();
  }

  /** A refused panel is asked again without the series that are refused alone. */
  private static Reply ask(Forecaster forecaster, Panel panel, ForecastTask task) {
    Map<String, String> refused = new LinkedHashMap<>();
    Panel rest = panel;
    if (forecaster.refuses(panel, task).isPresent()) {
      for (Series series : panel.seriesList()) {
        forecaster
            .refuses(Panels.of(panel, List.of(series)), task)
            .ifPresent(refusal -> refused.put(series.id(), refusal.toString()));
      }
      rest = without(panel, refused);
      forecaster
          .refuses(rest, task)
          .ifPresent(
              refusal ->
                  panel
                      .seriesList()
                      .forEach(series -> refused.putIfAbsent(series.id(), refusal.toString())));
    }
    return refused.size() == panel.seriesList().size()
        ? new Reply(Optional.empty(), refused)
        : new Reply(Optional.of(forecaster.forecast(rest, task)), refused);
  }

  private static Panel without(Panel panel, Map<String, String> refused) {
    return refused.isEmpty()
        ? panel
        : Panels.of(
            panel, panel.seriesList().stream().filter(s -> !refused.containsKey(s.id())).toList());
  }
}
