package souk.demand.lib.backtest;

/**
 * What a backtest says about one method.
 *
 * <p>A figure that has no base (no point with a scale, no interval) is NaN; it is never an invented
 * zero.
 *
 * @param forecasts number of forecasts judged (series times origins)
 * @param refusals number of forecasts refused
 * @param points number of single steps judged
 * @param mase mean absolute scaled error, scale = mean absolute seasonal difference of the training
 *     part (Hyndman and Koehler, 2006); mean over forecasts with a scale above zero
 * @param smape symmetric mean absolute percentage error in percent, 200 |f - a| / (|a| + |f|), 0 if
 *     both are 0; mean over forecasts
 * @param wape sum of absolute errors over sum of absolute actuals
 * @param bias sum of (forecast - actual) over sum of absolute actuals; above 0 is too high
 * @param pinball twice the pinball loss, mean over levels, over sum of absolute actuals
 * @param coverage80 share of actuals inside [quantile 0.1, quantile 0.9]
 * @param rmsse root of the mean squared error over the mean squared seasonal difference of the
 *     training part (M5 competition); mean over forecasts with a scale above zero
 * @param msis mean scaled interval score of [quantile 0.025, quantile 0.975] (Gneiting and Raftery,
 *     2007; M4 competition): width plus 40 times what lies outside, in units of the scale of MASE;
 *     mean over forecasts with a scale above zero
 */
public record Accuracy(
    int forecasts,
    int refusals,
    long points,
    double mase,
    double smape,
    double wape,
    double bias,
    double pinball,
    double coverage80,
    double rmsse,
    double msis) {}
