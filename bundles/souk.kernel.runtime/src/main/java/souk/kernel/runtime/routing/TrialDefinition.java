package souk.kernel.runtime.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;

/**
 * What a trial was started with.
 *
 * @param id unique within this installation
 * @param kind shadow or canary
 * @param strategy the candidate
 * @param against the primary it is compared with
 * @param plan limits; null for a shadow
 * @param salt makes the sides of one trial independent of those of others
 * @param metrics metrics that were offered at the start; they share the chance of a false stop
 * @param startedBy who started it
 * @param startedAt when
 * @param reason why
 */
record TrialDefinition(
    String id,
    TrialStatus.Kind kind,
    StrategyRef strategy,
    StrategyRef against,
    @Nullable CanaryPlan plan,
    long salt,
    int metrics,
    Actor startedBy,
    Instant startedAt,
    String reason) {}
