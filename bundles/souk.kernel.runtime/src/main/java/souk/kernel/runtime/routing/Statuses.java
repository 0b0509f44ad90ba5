package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.CanaryPlan;
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
      String role,
      Traffic traffic,
      List<StrategyStatus> strategies,
      long fallbacks,
      boolean calledByName,
      Optional<StrategyRef> serving)
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

  static RoleStatus of(Role role, boolean calledByName) {
    RoleView view = role.view();
    StrategyRef selected = view.selected();
    List<Slot> slots = new ArrayList<>(Arrays.asList(view.order()));
    slots.sort(
        Comparator.comparing((Slot s) -> !s.ref().equals(selected))
            .thenComparing(s -> s.ref().strategy())
            .thenComparing(s -> s.ref().version()));
    List<StrategyStatus> strategies = new ArrayList<>();
    if (selected != null && !calledByName && view.find(selected).isEmpty()) {
      strategies.add(absent(selected));
    }
    slots.forEach(s -> strategies.add(of(s, view, calledByName)));
    return new OfRole(
        role.name(),
        traffic(view),
        List.copyOf(strategies),
        role.fallbacks(),
        calledByName,
        calledByName ? Optional.empty() : serving(view));
  }

  private static Traffic traffic(RoleView view) {
    Traffic.Builder traffic = Traffic.builder();
    if (view.selected() != null) {
      traffic.primary(view.selected());
    }
    RoleTrials trials = view.trials();
    if (trials != null) {
      Trial canary = trials.canary();
      CanaryPlan plan = canary == null ? null : canary.plan();
      if (canary != null && plan != null) {
        traffic.canary(canary.strategy(), plan.share());
      }
      trials.shadows().forEach(shadow -> traffic.shadow(shadow.strategy()));
    }
    return traffic.build();
  }

  private static Optional<StrategyRef> serving(RoleView view) {
    return Arrays.stream(view.order())
        .filter(s -> !s.leases().isShut() && s.circuit().state() != CircuitState.OPEN)
        .map(Slot::ref)
        .findFirst();
  }

  /** A selected strategy whose bundle is not here. */
  private static StrategyStatus absent(StrategyRef ref) {
    return new OfStrategy(
        ref,
        ref.strategy(),
        "",
        StrategyState.ABSENT,
        false,
        false,
        0,
        0,
        0,
        0,
        0,
        CircuitState.CLOSED,
        0,
        Optional.empty());
  }

  private static StrategyStatus of(Slot slot, RoleView view, boolean calledByName) {
    long now = System.nanoTime();
    return new OfStrategy(
        slot.ref(),
        slot.info().title(),
        slot.info().bundle(),
        state(slot, view, calledByName),
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

  private static StrategyState state(Slot slot, RoleView view, boolean calledByName) {
    if (slot.leases().isShut()) {
      return slot.leases().inFlight() > 0 ? StrategyState.DRAINING : StrategyState.RELEASED;
    }
    if (slot.circuit().state() != CircuitState.CLOSED) {
      return StrategyState.TRIPPED;
    }
    StrategyRef selected = view.selected();
    if (calledByName) {
      return StrategyState.PRIMARY;
    }
    RoleTrials trials = view.trials();
    if (trials != null) {
      Trial canary = trials.canary();
      if (canary != null && canary.strategy().equals(slot.ref())) {
        return StrategyState.CANARY;
      }
      if (trials.shadows().stream().anyMatch(t -> t.strategy().equals(slot.ref()))) {
        return StrategyState.SHADOW;
      }
    }
    if (selected == null ? view.order()[0] == slot : slot.ref().equals(selected)) {
      return StrategyState.PRIMARY;
    }
    return slot.warmed() ? StrategyState.WARMED : StrategyState.INSTALLED;
  }
}
