package souk.demand.api;

/**
 * How well one strategy forecast in a rolling-origin backtest.
 *
 * @param strategy id of the strategy
 * @param series series scored
 * @param origins forecast origins
 * @param horizon steps ahead
 * @param mase mean absolute scaled error; 0 if no history ever changed
 * @param smape symmetric mean absolute percentage error, in percent
 * @param wape sum of absolute errors over sum of actuals, in [0, ∞)
 * @param bias sum of errors over sum of actuals; positive if too high
 * @param pinball twice the pinball loss, mean over the quantiles, over sum of actuals
 * @param coverage80 share of actuals in the central 80 % interval
 * @param wapeRatio WAPE over that of seasonal naive on the same origins; below 1 is better
 */
public record BacktestScore(
    String strategy,
    int series,
    int origins,
    int horizon,
    double mase,
    double smape,
    double wape,
    double bias,
    double pinball,
    double coverage80,
    double wapeRatio) {}
