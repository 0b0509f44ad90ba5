package souk.it.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.lib.theta.Theta;

/**
 * The monthly and quarterly series of the M3 competition. Options: {@code --every} n-th series,
 * {@code --from} the first, {@code --judge held-out} for the ends of the training parts, {@code
 * --methods all} for the members beside the ensemble.
 */
final class M3Bench {
  private static final double SMAPE_MONTHLY = 13.6;
  private static final double SMAPE_QUARTERLY = 8.96;
  private static final double MASE_MONTHLY = 0.85;
  private static final double MASE_QUARTERLY = 1.085;

  private M3Bench() {}

  static Result run(Arguments options) throws IOException {
    Map<String, SeriesForecaster> methods = methods(options);
    Competition.Row monthly = row("monthly", 12, methods, options);
    Competition.Row quarterly = row("quarterly", 4, methods, options);
    double millis =
        (monthly.processorMillis() * monthly.accuracy().forecasts()
                + quarterly.processorMillis() * quarterly.accuracy().forecasts())
            / (monthly.accuracy().forecasts() + quarterly.accuracy().forecasts());
    double smapeMonthly = monthly.accuracy().smape();
    double smapeQuarterly = quarterly.accuracy().smape();
    double maseMonthly = monthly.accuracy().mase();
    double maseQuarterly = quarterly.accuracy().mase();
    return new Result("m3")
        .with("smapeMonthly", smapeMonthly, 3)
        .with("smapeQuarterly", smapeQuarterly, 3)
        .with("maseMonthly", maseMonthly, 4)
        .with("maseQuarterly", maseQuarterly, 4)
        .with("millisPerSeries", millis, 2)
        .with("series", monthly.accuracy().forecasts() + quarterly.accuracy().forecasts())
        .with("judge", options.text("judge", "test"))
        .require(smapeMonthly < SMAPE_MONTHLY, "smapeMonthly < " + SMAPE_MONTHLY)
        .require(smapeQuarterly < SMAPE_QUARTERLY, "smapeQuarterly < " + SMAPE_QUARTERLY)
        .require(maseMonthly <= MASE_MONTHLY, "maseMonthly <= " + MASE_MONTHLY)
        .require(maseQuarterly <= MASE_QUARTERLY, "maseQuarterly <= " + MASE_QUARTERLY);
  }

  private static Competition.Row row(
      String title, int season, Map<String, SeriesForecaster> methods, Arguments options)
      throws IOException {
    Competition.Row row =
        Competition.run(
                title,
                Competition.part(CompetitionSeries.m3(title.toUpperCase(Locale.ROOT)), options),
                methods,
                season)
            .get("ensemble");
    if (row == null) {
      throw new IllegalArgumentException(
          "No %s series were judged.%nMaybe --from lies beyond the last one.".formatted(title));
    }
    return row;
  }

  /** The ensemble, and its members if asked for. */
  static Map<String, SeriesForecaster> methods(Arguments options) {
    Map<String, SeriesForecaster> methods = new LinkedHashMap<>();
    methods.put("ensemble", new AutomaticEnsemble());
    if (options.text("methods", "ensemble").equals("all")) {
      methods.put("ets", new AutomaticEts());
      methods.put("arima", new AutomaticArima());
      methods.put("ces", new ComplexSmoothing());
      methods.put("theta", new Theta());
      methods.put("dotm", new DynamicOptimisedTheta());
    }
    return methods;
  }
}
