package souk.customer.core;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.model.CustomerKey;

/** Tells a behaviour forecast that keeps its contract from nonsense. */
final class ForecastCheck {
  private ForecastCheck() {}

  static Optional<String> complaint(BehaviorForecast forecast) {
    Set<CustomerKey> seen = new HashSet<>();
    for (CustomerScore score : forecast.scores()) {
      if (!probability(score.buys()) || !probability(score.churned())) {
        return Optional.of("a probability of a customer is not between 0 and 1");
      }
      if (!(score.purchases() >= 0 && score.purchases() <= forecast.horizonDays())) {
        return Optional.of(
            "a customer is expected to buy on %s of %d days"
                .formatted(score.purchases(), forecast.horizonDays()));
      }
      if (!seen.add(score.customer())) {
        return Optional.of("a customer has two scores");
      }
    }
    return forecast.scores().isEmpty() ? Optional.of("no customer has a score") : Optional.empty();
  }

  private static boolean probability(double value) {
    return value >= 0 && value <= 1;
  }
}
