package souk.evidence.api;

import java.util.List;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Provenance;
import souk.model.Reason;

/**
 * What a plan changed, compared with its hold-out.
 *
 * @param experimentId the experiment
 * @param metric id in the metric catalogue, for example {@code profit}
 * @param perUnit mean change per unit and week, in the metric's unit
 * @param interval of {@code perUnit}
 * @param total {@code perUnit} × treated units, per week
 * @param relative {@code perUnit} over the control's mean; NaN if that is 0
 * @param treated units with the plan
 * @param control units held out
 * @param label rung of proof
 * @param method estimator in words, for example {@code difference in means adjusted for the period
 *     before (CUPED)}
 * @param notes what a reader must know: how much the adjustment helped, what the estimate is
 *     without the most extreme units, whether sides lost units
 * @param provenance where it came from
 */
public record EffectEstimate(
    String experimentId,
    String metric,
    double perUnit,
    Interval interval,
    double total,
    double relative,
    int treated,
    int control,
    EvidenceLabel label,
    String method,
    List<Reason> notes,
    Provenance provenance) {
  public EffectEstimate {
    notes = List.copyOf(notes);
  }
}
