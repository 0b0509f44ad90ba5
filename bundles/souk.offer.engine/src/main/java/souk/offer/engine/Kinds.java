package souk.offer.engine;

import java.util.Optional;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;

/** Finds evaluators of kinds that come from other bundles. */
final class Kinds {
  private Kinds() {}

  /** The evaluator of a kind, the selected one if there are several versions. */
  static Optional<StrategyRef> find(StrategyRouter router, Class<?> role, String kind) {
    return router.strategies(role).stream().filter(ref -> ref.strategy().equals(kind)).findFirst();
  }
}
