package souk.demand.spi;

import java.time.Instant;
import souk.model.EvidenceLabel;

/**
 * What an estimator is to do.
 *
 * @param priceCovariate name of the panel's price covariate, in major units
 * @param shrinkage whether estimates are drawn towards the pooled one
 * @param level level of the intervals, for example 0.95
 * @param label rung of the data
 * @param now instant for the provenance
 */
public record EstimationTask(
    String priceCovariate, boolean shrinkage, double level, EvidenceLabel label, Instant now) {}
