package souk.demand.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** Watches whether forecasts still hold and asks for a refit. Safe for use by many threads. */
@ProviderType
public interface ForecastMonitor {
  /**
   * Compares what was sold since with what the kept runs said, and keeps the result.
   *
   * @throws IllegalStateException if there is no run yet
   */
  DriftReport check(Progress progress);

  /** The latest check of the latest run. */
  Optional<DriftReport> latest();
}
