package souk.demand.core;

import java.util.List;
import souk.kernel.api.StrategyRef;
import souk.model.Reason;

/** Finds strategies by the id a caller gave. */
final class StrategyNames {
  static final Reason ASKED =
      Reason.of("forecast.choice.asked", "The caller asked for this strategy.");

  private StrategyNames() {}

  /** The id; with the version where several versions stand side by side. */
  static String label(StrategyRef strategy, List<StrategyRef> all) {
    boolean alone =
        all.stream().filter(other -> other.strategy().equals(strategy.strategy())).count() < 2;
    return alone ? strategy.strategy() : strategy.strategy() + "@" + strategy.version();
  }

  static Reason failed(StrategyRef strategy, String message) {
    return Reason.of(
        "forecast.strategy-failed",
        "Strategy %s failed: %s".formatted(strategy.strategy(), message),
        strategy.strategy(),
        message);
  }

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
