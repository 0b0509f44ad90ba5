package souk.customer.api;

import java.util.List;
import java.util.Map;
import souk.model.Provenance;

/**
 * What all customers of a shop will probably do.
 *
 * @param horizonDays days that the scores are about, from the first day that was not looked at
 * @param scores one per customer who bought before
 * @param measures figures of the model, by name, for example its parameters and log-likelihood
 * @param provenance where it came from
 */
public record BehaviorForecast(
    int horizonDays,
    List<CustomerScore> scores,
    Map<String, Double> measures,
    Provenance provenance) {
  public BehaviorForecast {
    scores = List.copyOf(scores);
    measures = Map.copyOf(measures);
  }
}
