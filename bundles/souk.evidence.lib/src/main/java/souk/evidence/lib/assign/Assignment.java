package souk.evidence.lib.assign;

import java.util.List;
import java.util.Map;

/**
 * Units put on two sides.
 *
 * @param treatment units that get the plan, sorted
 * @param control units held out, sorted
 * @param stratumByUnit stratum of each unit, 0 for the largest units
 */
public record Assignment(
    List<String> treatment, List<String> control, Map<String, Integer> stratumByUnit) {
  public Assignment {
    treatment = List.copyOf(treatment);
    control = List.copyOf(control);
    stratumByUnit = Map.copyOf(stratumByUnit);
  }
}
