package souk.demand.lib.forecast;

/**
 * Either a {@link SeriesForecast} or a {@link ForecastRefusal}; never a forecast with NaN in it.
 */
public sealed interface ForecastResult permits SeriesForecast, ForecastRefusal {}
