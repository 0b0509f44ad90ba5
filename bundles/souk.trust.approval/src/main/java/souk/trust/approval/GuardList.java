package souk.trust.approval;

import java.util.List;
import java.util.Set;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.trust.spi.PolicyGuard;

/**
 * Which guards must be asked: all but those an admin took out of rotation or keeps in the shadow. A
 * tripped guard is asked too, so that its failure blocks.
 */
final class GuardList {
  private static final Set<StrategyState> NOT_ASKED =
      Set.of(StrategyState.DRAINING, StrategyState.RELEASED, StrategyState.SHADOW);

  private GuardList() {}

  static List<StrategyRef> of(RouterAdmin admin) {
    return admin
        .role(PolicyGuard.class.getSimpleName())
        .map(
            role ->
                role.strategies().stream()
                    .filter(s -> !NOT_ASKED.contains(s.state()))
                    .map(StrategyStatus::ref)
                    .toList())
        .orElse(List.of());
  }
}
