package souk.customer.api;

import souk.model.Interval;

/**
 * How well uplift was ranked, measured on rows that were not learned from.
 *
 * @param effect average effect of the treatment over the whole trial
 * @param effectInterval its interval
 * @param qini area between the Qini curve and chance, in units of the outcome per row; 0 for
 *     guesses
 * @param qiniInterval its interval; above 0 the ranking is better than chance
 */
public record UpliftQuality(
    double effect, Interval effectInterval, double qini, Interval qiniInterval) {}
