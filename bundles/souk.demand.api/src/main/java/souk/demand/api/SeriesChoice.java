package souk.demand.api;

import souk.model.Reason;

/**
 * Which strategy forecasts one series.
 *
 * @param seriesId series of the panel
 * @param group its category, or {@link AccuracyScore#ALL} if it has none
 * @param strategy that forecasts it
 * @param reason why, with figures
 */
public record SeriesChoice(String seriesId, String group, String strategy, Reason reason) {}
