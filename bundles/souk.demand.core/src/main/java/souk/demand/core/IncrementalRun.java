package souk.demand.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesChoice;
import souk.demand.api.SeriesForecast;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Brings a run up to date: only series whose data changed are forecast anew, each by the strategy
 * that was chosen for it; the others keep their forecasts. There is no new backtest.
 */
final class IncrementalRun {
  private final RoutedForecasts forecasts;

  IncrementalRun(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  /** Why everything must be run anew, if it must. */
  static Optional<Reason> obstacle(
      Optional<ForecastRun> before, Optional<RunNotes> notes, ForecastRequest request, Panel now) {
    if (before.isEmpty() || notes.isEmpty()) {
      return Optional.of(Reason.of("forecast.refresh.first", "There is no run to refresh."));
    }
    if (!notes.get().report().runId().equals(before.get().id())
        || !notes.get().request().equals(request)) {
      return Optional.of(
          Reason.of("forecast.refresh.other-request", "The latest run was asked differently."));
    }
    if (!before.get().forecast().grid().equals(now.grid())) {
      return Optional.of(
          Reason.of(
              "forecast.refresh.other-grid",
              "The first week of the data is %s, it was %s."
                  .formatted(now.grid().origin(), before.get().forecast().grid().origin())));
    }
    return Optional.empty();
  }

  WarehouseRun.Outcome refresh(
      String id, Panel panel, ForecastRun before, RunNotes notes, Instant now, Progress progress) {
    ForecastRequest request = notes.request();
    Map<String, String> digests = Panels.fingerprints(panel);
    Map<String, SeriesForecast> kept = new HashMap<>();
    if (before.forecast().firstStep() == WarehouseRun.firstStep(panel)) {
      for (SeriesForecast forecast : before.forecast().seriesList()) {
        String digest = digests.get(forecast.seriesId());
        if (digest != null && digest.equals(notes.fingerprints().get(forecast.seriesId()))) {
          kept.put(forecast.seriesId(), forecast);
        }
      }
    }
    List<Series> changed =
        panel.seriesList().stream().filter(series -> !kept.containsKey(series.id())).toList();
    progress.report(0, 0, "Forecasting " + changed.size() + " changed series");
    List<StrategyRef> order = forecasts.strategies();
    Map<String, SeriesChoice> choices = new HashMap<>();
    notes.report().choices().forEach(choice -> choices.put(choice.seriesId(), choice));
    RankedForecast ranked =
        RankedForecast.of(
            forecasts,
            order,
            series -> chosen(order, choices.get(series), before),
            panel,
            changed,
            WarehouseRun.task(
                request.horizonWeeks(), notes.season(), WarehouseRun.LEVELS, request, now),
            progress);
    Map<String, SeriesForecast> anew = new HashMap<>();
    ranked.inOrder().forEach(forecast -> anew.put(forecast.seriesId(), forecast));
    List<SeriesForecast> inOrder = new ArrayList<>();
    Map<String, String> chosen = new HashMap<>(ranked.chosen());
    for (Series series : panel.seriesList()) {
      SeriesForecast forecast = kept.getOrDefault(series.id(), anew.get(series.id()));
      if (forecast != null) {
        inOrder.add(forecast);
        chosen.computeIfAbsent(series.id(), s -> before.chosen().getOrDefault(s, ""));
      }
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "forecast.refresh.changed",
            "%d of %d series changed since %s and were forecast anew; the backtest is that of then."
                .formatted(changed.size(), panel.seriesList().size(), before.id()),
            changed.size(),
            panel.seriesList().size(),
            before.id()));
    reasons.addAll(ranked.reasons());
    var provenance =
        WarehouseRun.provenance(panel, request, notes.season(), now, order.get(0))
            .option("refreshOf", before.id())
            .option("changed", changed.size())
            .build();
    ForecastRun run =
        new ForecastRun(
            id,
            new DemandForecast(panel.grid(), WarehouseRun.firstStep(panel), inOrder, provenance),
            before.backtest(),
            chosen,
            reasons);
    return new WarehouseRun.Outcome(run, notes.refreshed(id, digests));
  }

  private static StrategyRef chosen(
      List<StrategyRef> order, @Nullable SeriesChoice choice, ForecastRun before) {
    String label = choice == null ? before.forecast().provenance().strategy() : choice.strategy();
    return order.stream()
        .filter(strategy -> StrategyNames.label(strategy, order).equals(label))
        .findFirst()
        .orElse(order.get(0));
  }
}
