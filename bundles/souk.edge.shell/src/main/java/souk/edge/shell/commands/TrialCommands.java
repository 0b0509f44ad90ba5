package souk.edge.shell.commands;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.Trials;

/**
 * Shell commands that try strategies on live traffic and take them back, for example {@code
 * souk:canary LinePricer season@1.2.0 5 2000 "spring prices"}: 5 % of the traffic, at most 2,000
 * exposures.
 */
@Component(
    service = TrialCommands.class,
    property = {
      "osgi.command.scope=souk",
      "osgi.command.function=shadow",
      "osgi.command.function=canary",
      "osgi.command.function=stop",
      "osgi.command.function=rollback",
      "osgi.command.function=trials",
      "osgi.command.function=history"
    })
public final class TrialCommands {
  private static final String NO_REASON = "not given";
  private static final int HISTORY = 30;

  private final Trials trials;
  private final RouterAdmin router;
  private final AuditTrail audit;

  @Activate
  public TrialCommands(
      @Reference Trials trials, @Reference RouterAdmin router, @Reference AuditTrail audit) {
    this.trials = trials;
    this.router = router;
    this.audit = audit;
  }

  public String shadow(String role, String strategy) {
    return shadow(role, strategy, NO_REASON);
  }

  /** Copies live calls to a strategy and compares its answers. */
  public String shadow(String role, String strategy, String reason) {
    return StrategyCommands.guarded(
        () ->
            table(
                List.of(
                    trials.shadow(
                        StrategyCommands.ref(role, strategy), StrategyCommands.actor(), reason))));
  }

  /**
   * @param percent of the traffic, above 0 to 100
   */
  public String canary(
      String role, String strategy, double percent, long exposures, String reason) {
    return StrategyCommands.guarded(
        () -> {
          CanaryPlan plan = CanaryPlan.builder(percent / 100).exposures(exposures).build();
          return table(
              List.of(
                  trials.canary(
                      StrategyCommands.ref(role, strategy),
                      plan,
                      StrategyCommands.actor(),
                      reason)));
        });
  }

  public String stop(String role, String strategy) {
    return stop(role, strategy, NO_REASON);
  }

  /** Ends the running trial of a strategy. */
  public String stop(String role, String strategy, String reason) {
    return StrategyCommands.guarded(
        () ->
            table(
                List.of(
                    trials.stop(
                        StrategyCommands.ref(role, strategy), StrategyCommands.actor(), reason))));
  }

  public String rollback(String role) {
    return rollback(role, NO_REASON);
  }

  /** Selects the primary before the present one. */
  public String rollback(String role, String reason) {
    return StrategyCommands.guarded(
        () -> {
          router.rollBack(role, StrategyCommands.actor(), reason);
          return history(role);
        });
  }

  /** Running trials and those that ended lately. */
  public String trials() {
    List<TrialStatus> all = trials.trials();
    return all.isEmpty() ? "No strategy was tried yet.\n" : table(all);
  }

  /** Changes of all roles. */
  public String history() {
    return history(AuditQuery.all());
  }

  /** Changes of one role. */
  public String history(String role) {
    return history(AuditQuery.about(role));
  }

  private String history(AuditQuery query) {
    TextTable table = new TextTable("at", "who", "what", "subject", "before", "after", "why");
    for (AuditEntry e : audit.entries(query, HISTORY)) {
      table.row(
          e.at(),
          e.actor().name(),
          e.kind(),
          e.subject(),
          e.before().orElse(""),
          e.after().orElse(""),
          e.reason());
    }
    return table.toString();
  }

  private static String table(List<TrialStatus> trials) {
    TextTable table =
        new TextTable(
            "strategy", "trial", "verdict", "exposures", "calls", "errors", "agreed", "metrics");
    for (TrialStatus t : trials) {
      table.row(
          t.strategy(),
          t.kind(),
          t.verdict(),
          t.plan().map(p -> t.exposures() + "/" + p.exposures()).orElse(""),
          t.calls(),
          t.errors(),
          t.agreed() + "/" + t.compared(),
          String.join("; ", t.metrics().stream().map(TrialCommands::text).toList()));
    }
    return table.toString();
  }

  private static String text(MetricStatus m) {
    return String.format(
        Locale.ROOT,
        "%s %+.1f %% [%+.1f, %+.1f] of %d",
        m.metric(),
        100 * m.relativeDifference(),
        100 * m.low(),
        100 * m.high(),
        m.samples());
  }
}
