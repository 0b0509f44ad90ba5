package souk.demand.api;

import java.util.List;
import souk.model.Reason;

/**
 * Scenarios forecast by the same strategy with the same seed.
 *
 * @param strategy that forecast all of them
 * @param scenarios in the order asked, the first being what others are compared with
 * @param reasons why this strategy, and what was assumed
 */
public record ScenarioComparison(
    String strategy, List<ScenarioForecast> scenarios, List<Reason> reasons) {
  public ScenarioComparison {
    scenarios = List.copyOf(scenarios);
    reasons = List.copyOf(reasons);
  }
}
