package souk.evidence.api;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import souk.model.EvidenceLabel;

/**
 * A randomised hold-out that judges a plan.
 *
 * @param id names the experiment
 * @param planId plan that is judged
 * @param unit what is randomised
 * @param holdoutShare share of units kept as they were, in (0, 1)
 * @param seed of the assignment
 * @param treatment units that get the plan
 * @param control units that are held out
 * @param strata stratum of each unit within which it was randomised, 0 for the largest units
 * @param createdAt when it was designed
 * @param label {@code SIMULATED} if its outcomes come from the simulator
 */
public record Experiment(
    String id,
    String planId,
    UnitKind unit,
    double holdoutShare,
    long seed,
    Set<String> treatment,
    Set<String> control,
    Map<String, Integer> strata,
    Instant createdAt,
    EvidenceLabel label) {
  public Experiment {
    treatment = Set.copyOf(treatment);
    control = Set.copyOf(control);
    strata = Map.copyOf(strata);
  }
}
