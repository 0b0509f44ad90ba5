package souk.kernel.runtime.routing;

import souk.kernel.api.StrategyRef;

/**
 * What a service's properties and bundle say about a strategy.
 *
 * @param ref role, id and version
 * @param title for people
 * @param bundle symbolic name and version
 * @param builtIn the role's last resort
 * @param inline calls run in the caller's thread
 * @param ranking service ranking
 * @param serviceId service id; the lower one wins among equals
 */
record SlotInfo(
    StrategyRef ref,
    String title,
    String bundle,
    boolean builtIn,
    boolean inline,
    int ranking,
    long serviceId) {}
