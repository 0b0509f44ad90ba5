package souk.evidence.spi;

import java.time.Instant;
import java.util.List;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitOutcome;

/**
 * Outcomes to be compared.
 *
 * @param experiment the experiment
 * @param metric id of the metric
 * @param outcomes one per unit
 * @param level level of the interval, for example 0.95
 * @param now instant for the provenance
 */
public record EffectProblem(
    Experiment experiment, String metric, List<UnitOutcome> outcomes, double level, Instant now) {
  public EffectProblem {
    outcomes = List.copyOf(outcomes);
  }
}
