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
import souk.model.Refusal;
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

  private record Reply(Optional<DemandForecast> forecast, Optional<Refusal> refusal) {}

  private final StrategyRouter router;
  private final Jobs jobs;
  private final int chunkSeries;
  private final long deadlineMillis;

  RoutedForecasts(StrategyRouter router, Jobs jobs, int chunkSeries, long deadlineMillis) {
    this.router = router;
    this.jobs = jobs;
    this.chunkSeries = chunkSeries;
    this.deadlineMillis = deadlineMillis;
  }

  /** The selected strategy first. */
  List<StrategyRef> strategies() {
    return router.strategies(Forecaster.class);
  }

  /**
   * Forecasts with one strategy.
   *
   * @throws RoutingException if the strategy fails
   */
  Answer forecast(StrategyRef strategy, Panel panel, ForecastTask task, Progress progress) {
    List<Callable<Answer>> tasks = new ArrayList<>();
    List<Series> all = panel.seriesList();
    for (int from = 0; from < all.size(); from += chunkSeries) {
      List<Series> chunk = all.subList(from, Math.min(all.size(), from + chunkSeries));
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

  /** Halves a refused chunk until the refused series stand alone. */
  private Answer chunk(StrategyRef strategy, Panel panel, ForecastTask task) {
    Answer answer = new Answer(new LinkedHashMap<>(), new LinkedHashMap<>());
    Reply reply = call(strategy, panel, task);
    List<Series> all = panel.seriesList();
    if (reply.forecast().isPresent()) {
      for (SeriesForecast forecast : reply.forecast().get().seriesList()) {
        answer.bySeries().put(forecast.seriesId(), forecast);
      }
    } else if (all.size() == 1) {
      answer
          .refused()
          .put(all.get(0).id(), reply.refusal().map(Refusal::toString).orElse("refused"));
    } else {
      int half = all.size() / 2;
      for (List<Series> part : List.of(all.subList(0, half), all.subList(half, all.size()))) {
        Answer inner = chunk(strategy, Panels.of(panel, part), task);
        answer.bySeries().putAll(inner.bySeries());
        answer.refused().putAll(inner.refused());
      }
    }
    return answer;
  }

  private Reply call(StrategyRef strategy, Panel panel, ForecastTask task) {
    CallOptions<Reply> options =
        CallOptions.<Reply>within(deadlineMillis)
            .checkedBy(
                reply -> reply.forecast().flatMap(f -> ForecastCheck.complaint(f, panel, task)))
            .only(strategy);
    return router
        .call(
            Forecaster.class,
            options,
            forecaster -> {
              Optional<Refusal> refusal = forecaster.refuses(panel, task);
              return refusal.isPresent()
                  ? new Reply(Optional.empty(), refusal)
                  : new Reply(Optional.of(forecaster.forecast(panel, task)), Optional.empty());
            })
        .value();
  }
}
