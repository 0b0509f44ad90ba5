package souk.edge.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.CircuitState;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.Traffic;

/** One role with strategies as the test puts them. */
public final class FakeRouter implements RouterAdmin {
  /** What was asked for. */
  public final List<String> asked = new ArrayList<>();

  /** What the role has. */
  public final List<StrategyStatus> strategies = new ArrayList<>();

  /** The selected one. */
  public Optional<StrategyRef> selected = Optional.empty();

  private record Role(String role, Traffic traffic, List<StrategyStatus> strategies, long fallbacks)
      implements RoleStatus {}

  private record Strategy(
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

  /** Adds a strategy in a state. */
  public void add(String id, StrategyState state) {
    boolean tripped = state == StrategyState.TRIPPED;
    strategies.add(
        new Strategy(
            ref(id),
            id,
            "test 1.0.0",
            state,
            false,
            true,
            12,
            tripped ? 5 : 0,
            0,
            850,
            23_400,
            tripped ? CircuitState.OPEN : CircuitState.CLOSED,
            0,
            tripped ? Optional.of("threw \"x\"") : Optional.empty()));
  }

  /** The reference of a strategy. */
  public static StrategyRef ref(String id) {
    return new StrategyRef("Forecaster", id, "1.0.0");
  }

  @Override
  public List<RoleStatus> roles() {
    Traffic.Builder traffic = Traffic.builder();
    selected.ifPresent(traffic::primary);
    return strategies.isEmpty() && selected.isEmpty()
        ? List.of()
        : List.of(new Role("Forecaster", traffic.build(), List.copyOf(strategies), 3));
  }

  @Override
  public Optional<RoleStatus> role(String role) {
    return roles().stream().filter(r -> r.role().equals(role)).findFirst();
  }

  @Override
  public void warm(StrategyRef strategy) {
    asked.add("warm " + strategy);
  }

  @Override
  public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
    if (strategies.stream().noneMatch(s -> s.ref().equals(strategy))) {
      throw new RoutingException(
          RoutingException.Code.UNKNOWN_STRATEGY, "There is no strategy " + strategy + ".");
    }
    asked.add("select " + strategy + " through " + actor.channel() + ": " + reason);
    return roles().get(0);
  }

  @Override
  public int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason) {
    return 2;
  }

  @Override
  public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
    return roles().get(0);
  }

  @Override
  public int quarantinedThreads() {
    return 0;
  }
}
