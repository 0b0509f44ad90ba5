package souk.offer.api;

import java.time.Instant;
import java.util.List;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.SnapshotId;

/**
 * The answer to a cart: what it costs and why. One instant, one snapshot and one version per role
 * from start to end. Immutable.
 *
 * @param decisionId entry in the decision log
 * @param snapshot prices and offers used
 * @param at instant of the quote
 * @param lines in the cart's order
 * @param gross sum of gross amounts
 * @param discount sum of discounts
 * @param net sum of net amounts
 * @param applied offers that apply
 * @param rejected offers that could have applied and do not
 * @param notes anything that was capped or fell back
 * @param strategies strategies that took part, one per role
 */
public record Quote(
    DecisionId decisionId,
    SnapshotId snapshot,
    Instant at,
    List<QuoteLine> lines,
    Money gross,
    Money discount,
    Money net,
    List<AppliedOffer> applied,
    List<RejectedOffer> rejected,
    List<Reason> notes,
    List<StrategyRef> strategies) {
  public Quote {
    lines = List.copyOf(lines);
    applied = List.copyOf(applied);
    rejected = List.copyOf(rejected);
    notes = List.copyOf(notes);
    strategies = List.copyOf(strategies);
  }
}
