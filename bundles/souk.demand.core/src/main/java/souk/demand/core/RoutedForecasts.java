package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
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

  private record Part(Panel panel, DemandForecast forecast) {}

  private record Reply(List<Part> parts, Map<String, String> refused) {}

  /** A call with a whole panel may take as long as so many calls with a part. */
  private static final int PATIENCE = 12;

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
    return forecast(strategy, panel, task, progress, series -> {});
  }

  /** The same, telling how many series are done. */
  Answer counted(StrategyRef strategy, Panel panel, ForecastTask task, Progress progress) {
    AtomicInteger done = new AtomicInteger();
    int all = panel.seriesList().size();
    String message = "Forecasting " + all + " series with " + strategy.strategy();
    progress.report(0, all, message);
    return forecast(
        strategy,
        panel,
        task,
        progress,
        series -> progress.report(done.addAndGet(series), all, message));
  }

  private Answer forecast(
      StrategyRef strategy,
      Panel panel,
      ForecastTask task,
      Progress progress,
      IntConsumer answered) {
    List<Callable<Answer>> tasks = new ArrayList<>();
    List<Series> all = panel.seriesList();
    int chunks = (all.size() + chunkSeries - 1) / chunkSeries;
    if (chunks > 0 && catalog.of(strategy).wholePanel()) {
      return call(strategy, panel, task, Math.min(PATIENCE, chunks) * deadlineMillis, progress);
    }
    for (int from = 0; from < all.size(); from += chunkSeries) {
      List<Series> chunk = all.subList(from, Math.min(all.size(), from + chunkSeries));
      tasks.add(
          () -> {
            progress.throwIfCancelled();
            Answer part =
                call(strategy, Panels.of(panel, chunk), task, deadlineMillis, Progress.none());
            answered.accept(chunk.size());
            return part;
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

  private Answer call(
      StrategyRef strategy, Panel panel, ForecastTask task, long deadline, Progress progress) {
    CallOptions<Reply> options =
        CallOptions.<Reply>within(deadline)
            .checkedBy(reply -> complaint(reply, task))
            .only(strategy);
    Reply reply =
        router
            .call(Forecaster.class, options, forecaster -> ask(forecaster, panel, task, progress))
            .value();
    Answer answer = new Answer(new LinkedHashMap<>(), new LinkedHashMap<>(reply.refused()));
    for (Part part : reply.parts()) {
      part.forecast().seriesList().forEach(one -> answer.bySeries().put(one.seriesId(), one));
    }
    return answer;
  }

  private static Reply ask(
      Forecaster forecaster, Panel panel, ForecastTask task, Progress progress) {
    Accepted accepted = Accepted.of(forecaster, panel, task);
    List<Part> parts = new ArrayList<>();
    for (Panel part : accepted.parts()) {
      parts.add(new Part(part, forecaster.forecast(part, task, progress)));
    }
    return new Reply(parts, accepted.refused());
  }

  private static Optional<String> complaint(Reply reply, ForecastTask task) {
    return reply.parts().stream()
        .flatMap(part -> ForecastCheck.complaint(part.forecast(), part.panel(), task).stream())
        .findFirst();
  }
}
