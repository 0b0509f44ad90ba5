package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Forecasts of a panel by the best strategy, what it refuses by the next best.
 *
 * @param inOrder forecasts in the order of the panel, without the series nobody answered
 * @param chosen strategy per series
 * @param reasons who failed, and what could not be forecast
 */
record RankedForecast(
    List<SeriesForecast> inOrder, Map<String, String> chosen, List<Reason> reasons) {
  static RankedForecast of(
      RoutedForecasts forecasts,
      List<StrategyRef> order,
      Panel panel,
      ForecastTask task,
      Progress progress) {
    Map<String, SeriesForecast> answers = new LinkedHashMap<>();
    Map<String, String> chosen = new LinkedHashMap<>();
    Map<String, String> refused = new LinkedHashMap<>();
    List<Reason> reasons = new ArrayList<>();
    for (StrategyRef strategy : order) {
      List<Series> open =
          panel.seriesList().stream().filter(s -> !answers.containsKey(s.id())).toList();
      if (open.isEmpty()) {
        break;
      }
      try {
        RoutedForecasts.Answer answer =
            forecasts.forecast(strategy, Panels.of(panel, open), task, progress);
        String label = StrategyNames.label(strategy, order);
        answers.putAll(answer.bySeries());
        answer.bySeries().keySet().forEach(series -> chosen.put(series, label));
        refused.putAll(answer.refused());
      } catch (RoutingException e) {
        reasons.add(StrategyNames.failed(strategy, e.getMessage()));
      }
    }
    List<SeriesForecast> inOrder = new ArrayList<>();
    for (Series series : panel.seriesList()) {
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
    return new RankedForecast(inOrder, chosen, reasons);
  }
}
