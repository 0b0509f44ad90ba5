package souk.plan.spi;

import souk.plan.api.PromotionLine;

/**
 * A promotion that may be chosen.
 *
 * @param group at most one candidate of a group is chosen, for example all depths for one segment
 * @param line the promotion with its expected gain and cost
 */
public record PromotionCandidate(String group, PromotionLine line) {}
