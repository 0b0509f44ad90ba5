package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.CircuitState;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.Traffic;

/** Makes pictures of roles and strategies at one moment. */
final class Statuses {
  private Statuses() {}

  private record OfRole(
      String role, Traffic traffic, List<StrategyStatus> strategies, long fallbacks)
      implements RoleStatus {}

  private record OfStrategy(
      StrategyRef ref,
      String title,
      String bundle,
      StrategyState state,
      boolean builtIn,
      boolean inline,
      long calls,
      long failures,
      int inFlight,
      long p50Micros,
      long p99Micros,
      CircuitState circuit,
      int stuckCalls,
      Optional<String> lastFailure)
      implements StrategyStatus {}

  static RoleStatus of(Role role) {
    RoleView view = role.view();
    StrategyRef selected = view.selected();
    Traffic.Builder traffic = Traffic.builder();
    if (selected != null) {
      traffic.primary(selected);
    }
    List<Slot> slots = new ArrayList<>(Arrays.asList(view.order()));
    slots.sort(
        Comparator.comparing((Slot s) -> !s.ref().equals(selected))
            .thenComparing(s -> s.ref().strategy())
            .thenComparing(s -> s.ref().version()));
    List<StrategyStatus> strategies = slots.stream().map(s -> of(s, view)).toList();
    return new OfRole(role.name(), traffic.build(), strategies, role.fallbacks());
  }

  private static StrategyStatus of(Slot slot, RoleView view) {
    long now = System.nanoTime();
    return new OfStrategy(
        slot.ref(),
        slot.info().title(),
        slot.info().bundle(),
        state(slot, view),
        slot.info().builtIn(),
        slot.info().inline(),
        slot.calls(),
        slot.failures(),
        slot.leases().inFlight(),
        slot.latency().micros(0.5, now),
        slot.latency().micros(0.99, now),
        slot.circuit().state(),
        slot.stuckCalls(),
        slot.lastFailure());
  }

  private static StrategyState state(Slot slot, RoleView view) {
    if (slot.leases().isShut()) {
      return slot.leases().inFlight() > 0 ? StrategyState.DRAINING : StrategyState.RELEASED;
    }
    if (slot.circuit().state() != CircuitState.CLOSED) {
      return StrategyState.TRIPPED;
    }
    StrategyRef selected = view.selected();
    if (selected == null ? view.order()[0] == slot : slot.ref().equals(selected)) {
      return StrategyState.PRIMARY;
    }
    return slot.warmed() ? StrategyState.WARMED : StrategyState.INSTALLED;
  }
}
