package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Forecasts of the wanted series of a panel, each series by its champion, what that refuses by the
 * next best of all. A strategy that learns across series sees the whole panel, whichever series it
 * serves.
 *
 * @param inOrder forecasts in the order of the panel, without the series nobody answered
 * @param chosen strategy per series
 * @param refused what a strategy said that refused a series before another answered, per series
 * @param reasons who failed, and what could not be forecast
 */
record RankedForecast(
    List<SeriesForecast> inOrder,
    Map<String, String> chosen,
    Map<String, String> refused,
    List<Reason> reasons) {
  static RankedForecast of(
      RoutedForecasts forecasts,
      List<StrategyRef> order,
      Function<String, StrategyRef> champion,
      Panel panel,
      List<Series> wanted,
      ForecastTask task,
      Progress progress) {
    Map<String, SeriesForecast> answers = new LinkedHashMap<>();
    Map<String, String> chosen = new LinkedHashMap<>();
    Map<String, String> refused = new LinkedHashMap<>();
    List<Reason> reasons = new ArrayList<>();
    Set<StrategyRef> champions = new LinkedHashSet<>();
    wanted.forEach(series -> champions.add(champion.apply(series.id())));
    List<Round> rounds = new ArrayList<>();
    champions.forEach(first -> rounds.add(new Round(first, true)));
    order.forEach(next -> rounds.add(new Round(next, false)));
    for (Round round : rounds) {
      List<Series> open =
          wanted.stream()
              .filter(s -> !answers.containsKey(s.id()))
              .filter(s -> !round.own() || champion.apply(s.id()).equals(round.strategy()))
              .toList();
      if (open.isEmpty()) {
        continue;
      }
      boolean whole = forecasts.catalog().of(round.strategy()).wholePanel();
      try {
        RoutedForecasts.Answer answer =
            forecasts.counted(
                round.strategy(), whole ? panel : Panels.of(panel, open), task, progress);
        String label = StrategyNames.label(round.strategy(), order);
        for (Series series : open) {
          SeriesForecast forecast = answer.bySeries().get(series.id());
          if (forecast != null) {
            answers.put(series.id(), forecast);
            chosen.put(series.id(), label);
          } else {
            String why = answer.refused().getOrDefault(series.id(), "no answer");
            refused.putIfAbsent(series.id(), label + " " + why);
          }
        }
      } catch (RoutingException e) {
        reasons.add(StrategyNames.failed(round.strategy(), e.getMessage()));
      }
    }
    List<SeriesForecast> inOrder = new ArrayList<>();
    for (Series series : wanted) {
      SeriesForecast forecast = answers.get(series.id());
      if (forecast != null) {
        inOrder.add(forecast);
      } else {
        String why = refused.getOrDefault(series.id(), "no strategy answered");
        reasons.add(
            Reason.of(
                "forecast.not-forecast",
                "Series %s was not forecast: %s".formatted(series.id(), why),
                series.id(),
                why));
      }
    }
    return new RankedForecast(inOrder, chosen, refused, reasons);
  }

  private record Round(StrategyRef strategy, boolean own) {}
}
