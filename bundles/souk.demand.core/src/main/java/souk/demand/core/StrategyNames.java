package souk.demand.core;

import java.util.List;
import souk.kernel.api.StrategyRef;
import souk.model.Reason;

/** Finds strategies by the id a caller gave. */
final class StrategyNames {
  static final Reason ASKED =
      Reason.of("forecast.choice.asked", "The caller asked for this strategy.");

  private StrategyNames() {}

  static StrategyRef find(List<StrategyRef> strategies, String id) {
    return strategies.stream()
        .filter(strategy -> strategy.strategy().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no forecasting strategy %s.%nMaybe one of %s was meant."
                        .formatted(id, strategies.stream().map(StrategyRef::strategy).toList())));
  }
}
