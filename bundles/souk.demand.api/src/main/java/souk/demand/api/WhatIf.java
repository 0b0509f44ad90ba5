package souk.demand.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.model.Panel;

/** Compares futures. Safe for use by many threads. */
@ProviderType
public interface WhatIf {
  /**
   * Forecasts a panel under each scenario. Covariates that end before the horizon are continued:
   * prices with their last value, flags (0 or 1) with 0.
   *
   * @param scenarios at least one; the first is what others are compared with
   * @param options without a strategy, the best of those that use covariates is taken
   * @throws IllegalArgumentException if a scenario changes a covariate that the panel lacks, or the
   *     strategy does not use covariates
   */
  ScenarioComparison compare(
      Panel history,
      ForecastTask task,
      List<Scenario> scenarios,
      ForecastOptions options,
      Progress progress);

  /**
   * The same over the loaded weekly sales, whose covariate is the price.
   *
   * @throws IllegalStateException if nothing is loaded
   */
  ScenarioComparison compareLoaded(
      ForecastRequest request,
      List<Scenario> scenarios,
      ForecastOptions options,
      Progress progress);
}
