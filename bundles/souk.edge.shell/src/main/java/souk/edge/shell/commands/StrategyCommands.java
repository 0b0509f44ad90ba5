package souk.edge.shell.commands;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Actor;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyStatus;

/**
 * Shell commands for strategies. A strategy is written {@code Role strategy@version}, for example
 * {@code souk:select Forecaster theta@1.0.0 "better in the backtest"}.
 */
@Component(
    service = StrategyCommands.class,
    property = {
      "osgi.command.scope=souk",
      "osgi.command.function=strategies",
      "osgi.command.function=select",
      "osgi.command.function=warm",
      "osgi.command.function=drain",
      "osgi.command.function=restore"
    })
public final class StrategyCommands {
  private static final long DRAIN_MILLIS = 10_000;
  private static final String NO_REASON = "not given";

  private final RouterAdmin router;

  @Activate
  public StrategyCommands(@Reference RouterAdmin router) {
    this.router = router;
  }

  /** All roles with their strategies. */
  public String strategies() {
    List<RoleStatus> roles = router.roles();
    return roles.isEmpty() ? "No strategy is here.\n" : table(roles);
  }

  /** One role with its strategies. */
  public String strategies(String role) {
    return router
        .role(role)
        .map(status -> table(List.of(status)))
        .orElse("There is no role " + role + ".\nMaybe one of: " + names() + "\n");
  }

  public String select(String role, String strategy) {
    return select(role, strategy, NO_REASON);
  }

  /** Warms a strategy and gives it the traffic of its role. */
  public String select(String role, String strategy, String reason) {
    return guarded(() -> table(List.of(router.select(ref(role, strategy), actor(), reason))));
  }

  /** Runs the self-test of a strategy. */
  public String warm(String role, String strategy) {
    return guarded(
        () -> {
          router.warm(ref(role, strategy));
          return "The self-test is passed.\n";
        });
  }

  public String drain(String role, String strategy) {
    return drain(role, strategy, NO_REASON);
  }

  /** Takes a strategy out of rotation. */
  public String drain(String role, String strategy, String reason) {
    return guarded(
        () -> {
          int left = router.drain(ref(role, strategy), DRAIN_MILLIS, actor(), reason);
          return left == 0
              ? "Drained: no call uses it any more.\n"
              : "Out of rotation, but " + left + " calls have not ended yet.\n";
        });
  }

  public String restore(String role, String strategy) {
    return restore(role, strategy, NO_REASON);
  }

  /** Puts a tripped or drained strategy back into rotation. */
  public String restore(String role, String strategy, String reason) {
    return guarded(() -> table(List.of(router.restore(ref(role, strategy), actor(), reason))));
  }

  private static String table(List<RoleStatus> roles) {
    TextTable table =
        new TextTable(
            "role",
            "strategy",
            "state",
            "calls",
            "failures",
            "p50 µs",
            "p99 µs",
            "fallbacks",
            "bundle");
    for (RoleStatus role : roles) {
      for (StrategyStatus s : role.strategies()) {
        table.row(
            role.role(),
            s.ref().strategy() + "@" + s.ref().version(),
            s.state(),
            s.calls(),
            s.failures(),
            s.p50Micros(),
            s.p99Micros(),
            role.fallbacks(),
            s.bundle());
      }
    }
    return table.toString();
  }

  private String names() {
    return String.join(", ", router.roles().stream().map(RoleStatus::role).toList());
  }

  interface Action {
    String run();
  }

  static String guarded(Action action) {
    try {
      return action.run();
    } catch (RoutingException | IllegalArgumentException e) {
      return e.getMessage() + "\n";
    }
  }

  static StrategyRef ref(String role, String strategy) {
    int at = strategy.lastIndexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException(
          "A strategy is written strategy@version, but got %s.%nMaybe %s@1.0.0 was meant."
              .formatted(strategy, strategy));
    }
    return new StrategyRef(role, strategy.substring(0, at), strategy.substring(at + 1));
  }

  static Actor actor() {
    return new Actor(System.getProperty("user.name", "shell"), "shell");
  }
}
