package souk.kernel.runtime.routing;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Kind;
import souk.kernel.api.TrialStatus.Verdict;
import souk.kernel.api.Trials;

/** Starts and stops trials for people. */
final class TrialDesk implements Trials {
  private static final int MOST_SHADOWS = 3;

  private final RoleTable roles;
  private final TrialBoard board;
  private final WarmUp warmUp;
  private final Predicate<String> calledByName;
  private final Supplier<UUID> ids;
  private final Measures measures;
  private final Clock clock;

  TrialDesk(
      RoleTable roles,
      TrialBoard board,
      WarmUp warmUp,
      Predicate<String> calledByName,
      Supplier<UUID> ids,
      Measures measures,
      Clock clock) {
    this.roles = roles;
    this.board = board;
    this.warmUp = warmUp;
    this.calledByName = calledByName;
    this.ids = ids;
    this.measures = measures;
    this.clock = clock;
  }

  @Override
  public TrialStatus shadow(StrategyRef strategy, Actor actor, String reason) {
    return start(Kind.SHADOW, strategy, null, actor, reason);
  }

  @Override
  public TrialStatus canary(StrategyRef strategy, CanaryPlan plan, Actor actor, String reason) {
    return start(Kind.CANARY, strategy, plan, actor, reason);
  }

  private TrialStatus start(
      Kind kind, StrategyRef strategy, @Nullable CanaryPlan plan, Actor actor, String reason) {
    StrategyRef against = against(strategy);
    warmUp.run(roles.find(strategy).orElseThrow(() -> CallEngine.unknown(strategy)));
    synchronized (board) {
      List<Trial> running = board.running(strategy.role());
      long canaries = running.stream().filter(t -> t.plan() != null).count();
      if (plan != null && canaries > 0) {
        throw refused("Another canary of role %s is running.", strategy.role());
      }
      if (plan == null && running.size() - canaries >= MOST_SHADOWS) {
        throw refused("Role %s has %d shadows already.", strategy.role(), MOST_SHADOWS);
      }
      for (Trial trial : running) {
        if (trial.strategy().equals(strategy)) {
          if (plan == null) {
            throw refused("Strategy %s is on trial already.", strategy);
          }
          board.stop(trial, Verdict.STOPPED_BY_HAND, actor, "It becomes a canary.");
        }
      }
      UUID id = ids.get();
      Trial trial =
          new Trial(
              new TrialDefinition(
                  id.toString(),
                  kind,
                  strategy,
                  against,
                  plan,
                  id.getMostSignificantBits(),
                  measures.count(),
                  actor,
                  clock.instant(),
                  reason));
      board.start(trial);
      return TrialPictures.of(trial, roles);
    }
  }

  private StrategyRef against(StrategyRef strategy) {
    if (calledByName.test(strategy.role())) {
      throw refused(
          "Strategies of role %s are called by their name; none can be tried in another's place.",
          strategy.role());
    }
    RoleView view = roles.role(strategy.role()).view();
    if (view.find(strategy).isEmpty()) {
      throw CallEngine.unknown(strategy);
    }
    StrategyRef primary =
        Arrays.stream(view.order())
            .map(Slot::ref)
            .findFirst()
            .orElseThrow(() -> CallEngine.unknown(strategy));
    if (primary.equals(strategy) || strategy.equals(view.selected())) {
      throw refused(
          "Strategy %s serves its role already.%nMaybe select the one it is to be compared with first.",
          strategy);
    }
    return primary;
  }

  @Override
  public TrialStatus stop(StrategyRef strategy, Actor actor, String reason) {
    Trial trial =
        board
            .running(strategy)
            .orElseThrow(() -> refused("No trial of strategy %s is running.", strategy));
    board.stop(trial, Verdict.STOPPED_BY_HAND, actor, reason);
    return TrialPictures.of(trial, roles);
  }

  @Override
  public List<TrialStatus> trials() {
    return board.pictures(null);
  }

  @Override
  public List<TrialStatus> trials(String role) {
    return board.pictures(role);
  }

  @Override
  public Optional<TrialStatus> find(String id) {
    return board.picture(id);
  }

  private static RoutingException refused(String format, Object... values) {
    return new RoutingException(RoutingException.Code.REFUSED, format.formatted(values));
  }
}
