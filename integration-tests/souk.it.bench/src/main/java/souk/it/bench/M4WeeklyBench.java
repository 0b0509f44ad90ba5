package souk.it.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.naive.SeasonalNaive;

/**
 * The weekly series of the M4 competition. Options as those of {@code m3}. OWA is the mean of sMAPE
 * and MASE, each over that of Naive2, which repeats the last value here.
 */
final class M4WeeklyBench {
  private static final int WEEKS_OF_A_YEAR = 52;
  private static final double OWA = 0.87;
  private static final double NAIVE_SMAPE = 9.161;
  private static final double NAIVE_MASE = 2.777;

  private M4WeeklyBench() {}

  static Result run(Arguments options) throws IOException {
    List<CompetitionSeries> series = Competition.part(CompetitionSeries.m4Weekly(), options);
    Map<String, SeriesForecaster> methods = M3Bench.methods(options);
    methods.put(
        "naive",
        (history, request) -> new SeasonalNaive().forecast(history, request.withSeason(1)));
    Map<String, Competition.Row> rows = Competition.run("weekly", series, methods, WEEKS_OF_A_YEAR);
    Competition.Row naive = rows.get("naive");
    Competition.Row ensemble = rows.get("ensemble");
    if (naive == null || ensemble == null) {
      throw new IllegalArgumentException(
          "No weekly series were judged.%nMaybe --from lies beyond the last one.".formatted());
    }
    double smape = ensemble.accuracy().smape();
    double mase = ensemble.accuracy().mase();
    double owa = (smape / naive.accuracy().smape() + mase / naive.accuracy().mase()) / 2;
    boolean complete = series.size() == 359 && options.text("judge", "test").equals("test");
    return new Result("m4weekly")
        .with("owa", owa, 4)
        .with("mase", mase, 4)
        .with("smape", smape, 3)
        .with("millisPerSeries", ensemble.processorMillis(), 1)
        .with("series", series.size())
        .with("judge", options.text("judge", "test"))
        .require(owa <= OWA, "owa <= " + OWA)
        .require(
            !complete
                || (Math.abs(naive.accuracy().smape() - NAIVE_SMAPE) < 5e-3
                    && Math.abs(naive.accuracy().mase() - NAIVE_MASE) < 5e-3),
            "Naive2 as published: " + NAIVE_SMAPE + " and " + NAIVE_MASE);
  }
}
