package souk.demand.api;

import souk.model.Reason;

/**
 * How recent errors of one group compare with those of the backtest.
 *
 * @param group category, or {@link AccuracyScore#ALL}
 * @param series series watched
 * @param steps steps that have come since they were forecast
 * @param backtestError mean absolute scaled error in the backtest
 * @param recentError mean absolute scaled error of the steps that have come
 * @param statistic Page-Hinkley statistic, in standard deviations of the backtest's errors
 * @param limit above which a refit is due
 * @param refitDue whether it is above
 * @param reason in words, with figures
 */
public record DriftFinding(
    String group,
    int series,
    int steps,
    double backtestError,
    double recentError,
    double statistic,
    double limit,
    boolean refitDue,
    Reason reason) {}
