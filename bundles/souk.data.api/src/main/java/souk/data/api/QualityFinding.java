package souk.data.api;

import souk.model.Reason;

/**
 * One line of the quality report.
 *
 * @param rule stable code of the rule
 * @param severity {@code info}, {@code warning} or {@code error}
 * @param rows rows concerned
 * @param share share of all rows in [0, 1]
 * @param text what was found and what to do
 */
public record QualityFinding(String rule, String severity, long rows, double share, Reason text) {}
