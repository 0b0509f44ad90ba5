package souk.kernel.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tries strategies on live traffic: in shadow, where a strategy gets copies of calls and never
 * serves, and as a canary, where it serves a stable share of the traffic while guardrails watch. A
 * guardrail that speaks ends the trial by itself: the candidate is out, the primary serves all
 * traffic again, and the audit trail has an entry by the actor {@code guardrail}. Trials survive a
 * restart; one that ended does not come back. Safe for use by many threads.
 *
 * <p>Copies are made by running a {@link StrategyCall} a second time; see there.
 */
@ProviderType
public interface Trials {
  /**
   * Warms a strategy and starts to copy live calls of its role to it.
   *
   * @throws RoutingException if it is unknown, is the primary, fails its self-test, or its role is
   *     called by name; nothing changes then
   */
  TrialStatus shadow(StrategyRef strategy, Actor actor, String reason);

  /**
   * Warms a strategy and gives it a share of its role's traffic. Ends its shadow trial, if one
   * runs.
   *
   * @throws RoutingException as for {@link #shadow}, or if another canary of the role runs
   */
  TrialStatus canary(StrategyRef strategy, CanaryPlan plan, Actor actor, String reason);

  /**
   * Ends the running trial of a strategy; calls under way finish where they began.
   *
   * @throws RoutingException if no trial of this strategy runs
   */
  TrialStatus stop(StrategyRef strategy, Actor actor, String reason);

  /** Running trials first, then ended ones, newest first; a bounded number of these is kept. */
  List<TrialStatus> trials();

  /** The trials of one role, in the same order. */
  List<TrialStatus> trials(String role);

  /** One trial by its id. */
  default Optional<TrialStatus> find(String id) {
    return trials().stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
