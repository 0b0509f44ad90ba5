package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Series;

/** Forecasts a panel that the caller supplies; nothing is kept. */
final class SuppliedForecast {
  private final RoutedForecasts forecasts;

  SuppliedForecast(RoutedForecasts forecasts) {
    this.forecasts = forecasts;
  }

  DemandForecast forecast(
      Panel history, ForecastTask task, Optional<String> strategy, Progress progress) {
    List<StrategyRef> strategies = forecasts.strategies();
    boolean asked = strategy.isPresent() || strategies.isEmpty();
    AutomaticChoice.Choice first =
        asked
            ? new AutomaticChoice.Choice(
                StrategyNames.find(strategies, strategy.orElse("any")), StrategyNames.ASKED)
            : new AutomaticChoice(new PanelBacktest(forecasts))
                .choose(history, strategies, task, progress);
    progress.report(0, 0, "Forecasting " + history.seriesList().size() + " series");
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
    Map<String, SeriesForecast> bySeries = new LinkedHashMap<>(answer.bySeries());
    List<SeriesForecast> inOrder = new ArrayList<>();
    int firstStep = 0;
    for (Series series : history.seriesList()) {
      inOrder.add(bySeries.get(series.id()));
      firstStep = Math.max(firstStep, series.untilStep());
    }
    Provenance provenance =
        Provenance.builder(task.now(), choice.strategy().strategy(), choice.strategy().version())
            .option("season", task.seasonLength())
            .option("choice", choice.reason().text())
            .seed(task.seed())
            .inputFingerprint(Panels.fingerprint(history))
            .build();
    return new DemandForecast(history.grid(), firstStep, inOrder, provenance);
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
      return new Answered(choice, forecasts.forecast(choice.strategy(), history, task, progress));
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
