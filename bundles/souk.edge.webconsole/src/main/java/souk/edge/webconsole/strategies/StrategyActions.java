package souk.edge.webconsole.strategies;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import souk.edge.webconsole.html.Messages;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.Trials;
import souk.kernel.api.WarmReport;

/** What the buttons of the page do. */
final class StrategyActions {
  private static final long DRAIN_MILLIS = 5_000;

  /**
   * What a form of a strategy holds.
   *
   * @param sharePercent share of a canary, as typed
   * @param budget exposure budget of a canary, as typed
   * @param promote whether a canary that passes takes over
   */
  record Wish(
      String role,
      String strategy,
      String version,
      String sharePercent,
      String budget,
      boolean promote) {
    StrategyRef ref() {
      return new StrategyRef(role, strategy, version);
    }
  }

  private final RouterAdmin router;
  private final @Nullable Trials trials;
  private final Messages messages;
  private final Actor actor;

  StrategyActions(RouterAdmin router, @Nullable Trials trials, Messages messages, Actor actor) {
    this.router = router;
    this.trials = trials;
    this.messages = messages;
    this.actor = actor;
  }

  String act(String action, Wish wish, String reason) {
    StrategyRef ref = wish.ref();
    switch (action) {
      case "select" -> router.select(ref, actor, reason);
      case "warm" -> {
        WarmReport report = router.warmUp(ref);
        return messages.text(
            "strategies.done.warm", ref, report.probes(), report.replayed(), report.maxMicros());
      }
      case "shadow" -> trying().shadow(ref, actor, reason);
      case "canary" -> trying().canary(ref, plan(wish), actor, reason);
      case "stop-trial" -> trying().stop(ref, actor, reason);
      case "restore" -> router.restore(ref, actor, reason);
      case "drain" -> {
        int left = router.drain(ref, DRAIN_MILLIS, actor, reason);
        if (left > 0) {
          return messages.text("strategies.done.drain-left", ref, left);
        }
      }
      default -> throw new IllegalArgumentException("There is no action " + action + ".");
    }
    return messages.text("strategies.done." + action, ref);
  }

  String rollBack(String role, String reason) {
    StrategyRef previous =
        router
            .previous(role)
            .orElseThrow(
                () -> new IllegalArgumentException(messages.text("strategies.no-previous", role)));
    router.rollBack(role, actor, reason);
    return messages.text("strategies.done.select", previous);
  }

  private Trials trying() {
    if (trials == null) {
      throw new IllegalStateException("This router does not try strategies.");
    }
    return trials;
  }

  private static CanaryPlan plan(Wish wish) {
    try {
      return CanaryPlan.builder(new BigDecimal(wish.sharePercent()).movePointLeft(2).doubleValue())
          .exposures(Long.parseLong(wish.budget()))
          .promote(wish.promote())
          .build();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The share (%s) and the budget (%s) of a canary must be numbers."
              .formatted(wish.sharePercent(), wish.budget()),
          e);
    }
  }
}
