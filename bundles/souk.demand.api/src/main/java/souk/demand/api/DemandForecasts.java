package souk.demand.api;

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
}
