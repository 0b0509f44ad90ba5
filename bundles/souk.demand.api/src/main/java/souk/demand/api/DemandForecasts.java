package souk.demand.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.model.Panel;

/** Forecasts as a service; the latest run answers. Safe for use by many threads. */
@ProviderType
public interface DemandForecasts {
  /**
   * Backtests the strategies on the loaded sales, chooses, forecasts and keeps the result.
   *
   * @throws IllegalStateException if nothing is loaded
   */
  ForecastRun run(ForecastRequest request, Progress progress);

  Optional<ForecastRun> latest();

  /**
   * Forecasts any panel without keeping anything.
   *
   * @param strategy id of a strategy, or empty for an automatic choice made inside the history
   */
  DemandForecast forecast(
      Panel history, ForecastTask task, Optional<String> strategy, Progress progress);

  /**
   * Forecasts any panel without keeping anything, with more than a model does by itself.
   *
   * @throws IllegalArgumentException if the strategy is unknown, or refuses a series; with figures
   */
  default DemandForecast forecast(
      Panel history, ForecastTask task, ForecastOptions options, Progress progress) {
    throw new UnsupportedOperationException("These forecasts have no options.");
  }

  /**
   * Compares strategies on any panel without keeping anything.
   *
   * @param task its horizon is that of the backtest
   */
  default BacktestReport backtest(
      Panel history, ForecastTask task, BacktestPlan plan, Progress progress) {
    throw new UnsupportedOperationException("These forecasts have no backtest.");
  }

  /** What the latest run found about the strategies. */
  default Optional<BacktestReport> latestBacktest() {
    return Optional.empty();
  }

  /**
   * Brings the latest run up to date: forecasts anew only the series whose sales have changed
   * since, each by the strategy chosen for it then. Runs anew if there is no run of the same
   * request, or the monitor says that a refit is due.
   *
   * @throws IllegalStateException if nothing is loaded
   */
  default ForecastRun refresh(ForecastRequest request, Progress progress) {
    return run(request, progress);
  }

  /**
   * Steps of the season that most series of a panel show by their autocorrelation, the shortest of
   * each; 1 if most show none.
   */
  default int season(Panel history) {
    return 1;
  }

  /** The strategies that can be asked for, the selected one first. */
  default List<ForecasterInfo> models() {
    return List.of();
  }
}
