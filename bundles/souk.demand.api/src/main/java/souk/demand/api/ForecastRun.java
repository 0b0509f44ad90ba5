package souk.demand.api;

import java.util.List;
import java.util.Map;
import souk.model.Reason;

/**
 * One run over the loaded sales.
 *
 * @param id names the run
 * @param forecast the forecasts
 * @param backtest one score per strategy, best WAPE first
 * @param chosen strategy per series
 * @param reasons why these were chosen, and what could not be forecast
 */
public record ForecastRun(
    String id,
    DemandForecast forecast,
    List<BacktestScore> backtest,
    Map<String, String> chosen,
    List<Reason> reasons) {
  public ForecastRun {
    backtest = List.copyOf(backtest);
    chosen = Map.copyOf(chosen);
    reasons = List.copyOf(reasons);
  }
}
