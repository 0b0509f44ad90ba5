package souk.demand.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import souk.data.api.SalesHistory;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.lib.backtest.RollingOrigins;
import souk.kernel.api.Progress;

/**
 * Runs over the warehouse that are kept: in the journal, and as rows of the warehouse.
 *
 * @param sales what is forecast
 * @param store where runs are kept
 * @param table where their rows go
 * @param forecasts who is asked
 * @param rule origins of the backtest for a horizon in weeks
 * @param drift what was last found about the errors since a run
 * @param clock names and dates runs
 */
record KeptRuns(
    SalesHistory sales,
    RunStore store,
    ForecastTable table,
    RoutedForecasts forecasts,
    IntFunction<RollingOrigins> rule,
    Supplier<Optional<DriftReport>> drift,
    Clock clock) {
  ForecastRun anew(ForecastRequest request, Progress progress) {
    return anew(request, LoadedPanel.of(sales, request, progress), progress);
  }

  /** Only series that changed are fitted again; all of them if the last run cannot be used. */
  ForecastRun refresh(ForecastRequest request, Progress progress) {
    LoadedPanel loaded = LoadedPanel.of(sales, request, progress);
    Optional<ForecastRun> before = store.latest();
    Optional<RunNotes> notes = store.notes();
    if (IncrementalRun.obstacle(before, notes, request, loaded.panel()).isPresent()
        || isRefitDue(before.orElseThrow().id())) {
      return anew(request, loaded, progress);
    }
    Instant now = clock.instant();
    return keep(
        new IncrementalRun(forecasts)
            .refresh(
                DocumentIds.of(RunStore.RUN, now),
                loaded.panel(),
                before.orElseThrow(),
                notes.orElseThrow(),
                now,
                progress));
  }

  private boolean isRefitDue(String runId) {
    return drift.get().filter(r -> r.runId().equals(runId) && r.refitDue()).isPresent();
  }

  private ForecastRun anew(ForecastRequest request, LoadedPanel loaded, Progress progress) {
    Instant now = clock.instant();
    return keep(
        new WarehouseRun(forecasts, rule.apply(request.horizonWeeks()))
            .run(
                DocumentIds.of(RunStore.RUN, now),
                loaded.panel(),
                loaded.categories(),
                request,
                now,
                progress));
  }

  private ForecastRun keep(WarehouseRun.Outcome outcome) {
    store.put(outcome);
    table.write(outcome.run());
    return outcome.run();
  }
}
