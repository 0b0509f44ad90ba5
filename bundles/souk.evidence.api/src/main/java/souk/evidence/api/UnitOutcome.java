package souk.evidence.api;

/**
 * What one unit of an experiment did.
 *
 * @param unit SKU or customer
 * @param treated whether it got the plan
 * @param before outcome per week before the plan; reduces the variance of the estimate
 * @param after outcome per week under the plan
 */
public record UnitOutcome(String unit, boolean treated, double before, double after) {}
