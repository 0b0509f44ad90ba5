package souk.evidence.lib.effect;

/**
 * A mean effect per unit with its interval.
 *
 * @param perUnit mean change per unit, treated minus control
 * @param standardError of {@code perUnit}
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param degreesOfFreedom of the t distribution behind the interval
 * @param controlMean mean of the control units, weighted like the effect
 * @param slope of the outcome on the period before; 0 if not adjusted
 * @param varianceReduction share of the variance taken away by the adjustment, in [0, 1); 0 if not
 *     adjusted
 * @param strata strata compared within
 * @param largestShare share of the variance that comes from the one unit which adds most to it, in
 *     [0, 1]; near 1 the interval is the word of a single unit
 */
public record Effect(
    double perUnit,
    double standardError,
    double low,
    double high,
    double degreesOfFreedom,
    double controlMean,
    double slope,
    double varianceReduction,
    int strata,
    double largestShare) {}
