package souk.demand.api;

import java.time.Instant;
import java.util.List;
import souk.model.Reason;

/**
 * Whether forecasts still hold. Immutable.
 *
 * @param runId run that is watched
 * @param checkedAt when
 * @param refitDue whether any group drifts
 * @param findings the group of all series first
 * @param reasons what to do, or why nothing can be said yet
 */
public record DriftReport(
    String runId,
    Instant checkedAt,
    boolean refitDue,
    List<DriftFinding> findings,
    List<Reason> reasons) {
  public DriftReport {
    findings = List.copyOf(findings);
    reasons = List.copyOf(reasons);
  }
}
