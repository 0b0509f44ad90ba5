package souk.customer.api;

import java.util.Optional;

/**
 * One run of a behaviour predictor.
 *
 * @param id names the run
 * @param strategy id and version of the strategy, {@code pareto-nbd@1.0.0}
 * @param forecast its result
 * @param fallbackReason why the selected strategy did not serve, if so
 */
public record ScoringRun(
    String id, String strategy, BehaviorForecast forecast, Optional<String> fallbackReason) {}
