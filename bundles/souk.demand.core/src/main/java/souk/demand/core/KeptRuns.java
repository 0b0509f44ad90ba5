package souk.demand.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.demand.api.BacktestReport;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.kernel.api.Progress;

/** Runs over the loaded sales, kept in the journal and as rows of the warehouse. */
final class KeptRuns {
  private final SalesHistory sales;
  private final RunStore store;
  private final ForecastTable table;
  private final RoutedForecasts forecasts;
  private final IntFunction<WarehouseRun> anew;
  private final Optional<HolidayColumns> holidays;
  private final Clock clock;
  private final DriftWatch drift;

  /**
   * @param anew how a whole run is made, by its horizon
   * @param country whose holidays become a covariate
   */
  KeptRuns(
      SalesHistory sales,
      Documents documents,
      ForecastTable table,
      RoutedForecasts forecasts,
      IntFunction<WarehouseRun> anew,
      Optional<String> country,
      Clock clock) {
    this.sales = sales;
    this.store = new RunStore(documents);
    this.table = table;
    this.forecasts = forecasts;
    this.anew = anew;
    this.holidays = country.map(HolidayColumns::new);
    this.clock = clock;
    this.drift = new DriftWatch(sales, documents, clock);
  }

  ForecastRun run(ForecastRequest request, Progress progress) {
    return keep(runAnew(request, loaded(request, progress), progress));
  }

  private LoadedPanel loaded(ForecastRequest request, Progress progress) {
    LoadedPanel loaded = LoadedPanel.of(sales, request, progress);
    return holidays
        .map(
            columns ->
                new LoadedPanel(
                    columns.addTo(loaded.panel(), request.horizonWeeks()),
                    loaded.priced(),
                    loaded.categories()))
        .orElse(loaded);
  }

  ForecastRun refresh(ForecastRequest request, Progress progress) {
    LoadedPanel loaded = loaded(request, progress);
    Optional<ForecastRun> before = store.latest();
    Optional<RunNotes> notes = store.notes();
    if (IncrementalRun.obstacle(before, notes, request, loaded.panel()).isPresent()
        || drift.check(progress).refitDue()) {
      return keep(runAnew(request, loaded, progress));
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

  private WarehouseRun.Outcome runAnew(
      ForecastRequest request, LoadedPanel loaded, Progress progress) {
    Instant now = clock.instant();
    return anew.apply(request.horizonWeeks())
        .run(
            DocumentIds.of(RunStore.RUN, now),
            loaded.panel(),
            loaded.categories(),
            request,
            now,
            progress);
  }

  private ForecastRun keep(WarehouseRun.Outcome outcome) {
    store.put(outcome);
    table.write(outcome.run());
    return outcome.run();
  }

  Optional<ForecastRun> latest() {
    return store.latest();
  }

  Optional<BacktestReport> latestBacktest() {
    return store.notes().map(RunNotes::report);
  }
}
