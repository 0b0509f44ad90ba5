package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastOptions;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Series;

/** Forecasts a panel that the caller supplies; nothing is kept. */
final class SuppliedForecast {
  private final RoutedForecasts forecasts;

  SuppliedForecast(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  DemandForecast forecast(
      Panel given, ForecastTask task, ForecastOptions options, Progress progress) {
    StockOutFill fill = StockOutFill.of(given, options.stockOuts());
    Panel history =
        options
            .holidays()
            .map(country -> new HolidayColumns(country).addTo(fill.panel(), task.horizon()))
            .orElse(fill.panel());
    Optional<String> strategy = options.strategy();
    List<StrategyRef> strategies = forecasts.strategies();
    boolean asked = strategy.isPresent() || strategies.isEmpty();
    AutomaticChoice.Choice first =
        asked
            ? new AutomaticChoice.Choice(
                StrategyNames.find(strategies, strategy.orElse("any")), StrategyNames.ASKED)
            : new AutomaticChoice(new PanelBacktest(forecasts))
                .choose(history, forecasts.compared(), task, progress);
    List<StrategyRef> others =
        asked
            ? List.of()
            : strategies.stream().filter(other -> !other.equals(first.strategy())).toList();
    Answered answered = ask(first, others, history, task, progress);
    AutomaticChoice.Choice choice = answered.choice();
    RoutedForecasts.Answer answer = answered.answer();
    if (!answer.refused().isEmpty()) {
      throw refused(choice.strategy(), answer.refused());
    }
    Map<String, SeriesForecast> bySeries =
        options.calibrated()
            ? new Calibration(forecasts)
                .calibrate(answer.bySeries(), choice.strategy(), history, task, progress)
            : answer.bySeries();
    List<SeriesForecast> inOrder = new ArrayList<>();
    int firstStep = 0;
    for (Series series : history.seriesList()) {
      SeriesForecast one =
          noted(
              Objects.requireNonNull(bySeries.get(series.id())),
              fill.notes().getOrDefault(series.id(), List.of()));
      inOrder.add(options.wholeNumbers() ? WholeNumbers.of(one) : one);
      firstStep = Math.max(firstStep, series.untilStep());
    }
    Provenance provenance =
        Provenance.builder(task.now(), choice.strategy().strategy(), choice.strategy().version())
            .option("season", task.seasonLength())
            .option("choice", choice.reason().text())
            .option("calibrated", options.calibrated())
            .option("wholeNumbers", options.wholeNumbers())
            .option("holidays", options.holidays().orElse("none"))
            .option("stockOuts", options.stockOuts())
            .seed(task.seed())
            .inputFingerprint(Panels.fingerprint(given))
            .build();
    return new DemandForecast(history.grid(), firstStep, inOrder, provenance);
  }

  private static SeriesForecast noted(SeriesForecast forecast, List<Reason> more) {
    if (more.isEmpty()) {
      return forecast;
    }
    List<Reason> notes = new ArrayList<>(forecast.notes());
    notes.addAll(more);
    double[][] quantiles = new double[forecast.levels().length][];
    Arrays.setAll(quantiles, forecast::quantile);
    return new SeriesForecast(
        forecast.seriesId(),
        forecast.mean(),
        forecast.levels(),
        quantiles,
        forecast.method(),
        notes);
  }

  private record Answered(AutomaticChoice.Choice choice, RoutedForecasts.Answer answer) {}

  /** A strategy that fails is answered by the next one, unless it was asked for by name. */
  private Answered ask(
      AutomaticChoice.Choice choice,
      List<StrategyRef> others,
      Panel history,
      ForecastTask task,
      Progress progress) {
    try {
      return new Answered(choice, forecasts.counted(choice.strategy(), history, task, progress));
    } catch (RoutingException e) {
      if (others.isEmpty()) {
        throw e;
      }
      AutomaticChoice.Choice next =
          new AutomaticChoice.Choice(
              others.get(0), StrategyNames.failed(choice.strategy(), e.getMessage()));
      return ask(next, others.subList(1, others.size()), history, task, progress);
    }
  }

  private static IllegalArgumentException refused(
      StrategyRef strategy, Map<String, String> refused) {
    Map.Entry<String, String> first = refused.entrySet().iterator().next();
    return new IllegalArgumentException(
        "Strategy %s refuses %d series, the first being %s: %s.%nMaybe leave them out, or ask for another strategy."
            .formatted(strategy.strategy(), refused.size(), first.getKey(), first.getValue()));
  }
}
