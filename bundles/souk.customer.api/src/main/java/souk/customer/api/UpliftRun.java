package souk.customer.api;

import java.util.Optional;

/**
 * One run of an uplift strategy.
 *
 * @param strategy id and version of the strategy, {@code two-models@1.0.0}
 * @param estimate its answer
 * @param quality how well it ranks rows that it has not seen
 * @param fallbackReason why the selected strategy did not serve, if so
 */
public record UpliftRun(
    String strategy,
    UpliftEstimate estimate,
    UpliftQuality quality,
    Optional<String> fallbackReason) {}
