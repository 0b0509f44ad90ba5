package souk.demand.api;

import org.osgi.annotation.versioning.ProviderType;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.model.Panel;

/** Forecasts of products, categories, stores and chain that add up. Safe for many threads. */
@ProviderType
public interface ForecastHierarchies {
  /**
   * Forecasts a panel and its totals.
   *
   * @param bottom the single series, which end at the same step
   * @param options whole numbers are given out by largest remainder, so that totals stay whole sums
   * @throws IllegalArgumentException if the plan does not fit the panel, or there are too many
   *     totals for its method; with figures
   */
  CoherentForecast forecast(
      Panel bottom,
      HierarchyPlan plan,
      ForecastTask task,
      ForecastOptions options,
      Progress progress);

  /**
   * The loaded weekly sales by article, category and chain.
   *
   * @throws IllegalStateException if nothing is loaded
   */
  CoherentForecast forecastLoaded(
      ForecastRequest request,
      HierarchyPlan.Method method,
      ForecastOptions options,
      Progress progress);
}
