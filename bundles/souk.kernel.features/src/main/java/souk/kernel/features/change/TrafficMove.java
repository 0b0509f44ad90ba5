package souk.kernel.features.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.features.closure.Component;
import souk.kernel.features.files.Refused;

/** Moves traffic from strategies of an old bundle to those of the new one beside it. */
final class TrafficMove {
  private static final Logger LOG = LoggerFactory.getLogger(TrafficMove.class);
  private static final long APPEAR_MILLIS = 10_000;

  private final RouterAdmin router;

  TrafficMove(RouterAdmin router) {
    this.router = router;
  }

  /** Waits until the router knows the strategies of a bundle that was started. */
  void await(Coming next) {
    for (Component component : next.part().components()) {
      component
          .strategy()
          .ifPresent(
              name ->
                  poll(
                      () -> offers(name.role(), name.strategy(), next.part().label()),
                      "The strategy %s of %s did not appear within 10 s."
                          .formatted(name.strategy(), next.part().label())));
    }
  }

  private static void poll(Supplier<Boolean> there, String otherwise) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(APPEAR_MILLIS);
    while (!there.get()) {
      if (System.nanoTime() > end) {
        throw Refused.because(
            "strategy.absent",
            "%s%nMaybe it misses a service or its configuration is wrong; see the log.",
            otherwise);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Refused.because(e, "feature.interrupted", "The change was interrupted.");
      }
    }
  }

  private boolean offers(String role, String strategy, String bundle) {
    return router.role(role).stream()
        .flatMap(status -> status.strategies().stream())
        .anyMatch(s -> s.ref().strategy().equals(strategy) && s.bundle().equals(bundle));
  }

  /**
   * Selects the new version of every strategy of the old bundle that is selected now.
   *
   * @return what was selected before, for the way back
   */
  List<StrategyRef> move(Exchange exchange, Actor actor, String reason) {
    List<StrategyRef> before = new ArrayList<>();
    for (RoleStatus role : router.roles()) {
      Optional<StrategyRef> primary = role.traffic().primary();
      if (primary.isEmpty() || !comesFrom(role, primary.get(), exchange.oldLabel())) {
        continue;
      }
      role.strategies().stream()
          .filter(s -> s.bundle().equals(exchange.next().part().label()))
          .map(StrategyStatus::ref)
          .filter(ref -> ref.strategy().equals(primary.get().strategy()))
          .filter(ref -> !ref.equals(primary.get()))
          .findFirst()
          .ifPresent(
              next -> {
                select(next, actor, reason);
                before.add(primary.get());
              });
    }
    return before;
  }

  private void select(StrategyRef next, Actor actor, String reason) {
    try {
      router.select(next, actor, reason);
    } catch (RoutingException e) {
      throw Refused.because(
          e,
          "strategy.refused",
          "%s does not take over: %s%nMaybe the new version is broken; the old one serves on.",
          next,
          e.getMessage());
    }
  }

  void back(List<StrategyRef> before, Actor actor) {
    for (StrategyRef ref : before) {
      try {
        router.select(ref, actor, "The change of features failed");
      } catch (RoutingException e) {
        LOG.error("{} could not be selected again", ref, e);
      }
    }
  }

  /** Where a selected strategy went with its version, selects the version that is there. */
  void follow(Actor actor) {
    for (RoleStatus role : router.roles()) {
      Optional<StrategyRef> primary = role.traffic().primary();
      // A selected strategy that is not there is listed as absent.
      List<StrategyRef> here =
          role.strategies().stream()
              .filter(s -> s.state() != StrategyState.ABSENT)
              .map(StrategyStatus::ref)
              .toList();
      if (primary.isPresent() && !here.contains(primary.get())) {
        here.stream()
            .filter(ref -> ref.strategy().equals(primary.get().strategy()))
            .findFirst()
            .ifPresent(ref -> select(ref, actor, "Its version came with the feature"));
      }
    }
  }

  private static boolean comesFrom(RoleStatus role, StrategyRef ref, String bundle) {
    return role.strategies().stream()
        .anyMatch(s -> s.ref().equals(ref) && s.bundle().equals(bundle));
  }
}
