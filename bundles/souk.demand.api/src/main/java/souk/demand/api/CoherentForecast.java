package souk.demand.api;

import java.util.List;
import souk.model.Reason;

/**
 * Forecasts that add up: the mean of every total is the sum over its members in the order of the
 * panel, to the last bit. Immutable.
 *
 * @param bottom the single series
 * @param totals level by level, in the order of the plan
 * @param largestGap by how much a total was off its members before, as a share of the total; 0 for
 *     bottom-up
 * @param reasons how it was done
 */
public record CoherentForecast(
    DemandForecast bottom, List<CoherentTotal> totals, double largestGap, List<Reason> reasons) {
  public CoherentForecast {
    totals = List.copyOf(totals);
    reasons = List.copyOf(reasons);
  }
}
