package souk.demand.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.demand.api.DemandForecast;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Refusal;

/**
 * Forecasts every series of a panel, each from its own end. Must be deterministic for one seed,
 * leave its input alone, answer with finite numbers or refuse, and be safe for use by many threads.
 */
@ConsumerType
public interface Forecaster {
  /** Whether this panel can be forecast; names the first series that cannot, with figures. */
  Optional<Refusal> refuses(Panel history, ForecastTask task);

  /**
   * Forecasts.
   *
   * @param history oldest first; known covariates may run on into the horizon
   * @return one forecast per series, in order, each with exactly {@code task.horizon()} steps
   */
  DemandForecast forecast(Panel history, ForecastTask task);

  /**
   * Forecasts and says how far it has come; may end with a {@link
   * java.util.concurrent.CancellationException} if it is asked to stop.
   */
  default DemandForecast forecast(Panel history, ForecastTask task, Progress progress) {
    return forecast(history, task);
  }
}
