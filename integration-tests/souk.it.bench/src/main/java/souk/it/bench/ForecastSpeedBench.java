package souk.it.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.theta.Theta;

/**
 * Processor time per monthly series of M3 beside R's forecast package and statsmodels, in rounds:
 * in each round every contender gets the same series, one series after the other in turn. Only the
 * calling thread's time counts on our side and only the peer's own on theirs; quantiles are asked
 * for on our side as well.
 *
 * <p>Options: {@code --rounds} (5), {@code --series} in each round (4).
 */
final class ForecastSpeedBench {
  private static final double RATIO_ETS = 15;
  private static final double RATIO_ARIMA = 80;
  private static final double RATIO_THETA = 20;
  private static final int WARM = 300;
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);

  private final Map<String, SeriesForecaster> ours = new LinkedHashMap<>();
  private final Map<String, List<String>> theirs = new LinkedHashMap<>();
  private final Map<String, ForecastPeer> peers = new LinkedHashMap<>();
  private final Map<String, List<Double>> distances = new LinkedHashMap<>();
  private final SpeedRounds rounds = new SpeedRounds();

  private ForecastSpeedBench() {
    ours.put("ensemble", new AutomaticEnsemble());
    ours.put("theta", new Theta());
    theirs.put("R", List.of("ets", "arima", "theta"));
    theirs.put("statsmodels", List.of("theta", "ets"));
  }

  static Result run(Arguments options) throws IOException {
    ForecastSpeedBench bench = new ForecastSpeedBench();
    try {
      bench.start();
      bench.measure(options.number("rounds", 5), options.number("series", 4));
    } finally {
      for (ForecastPeer peer : bench.peers.values()) {
        peer.close();
      }
    }
    return bench.result();
  }

  private void start() throws IOException {
    ForecastPeer.forecast().ifPresent(peer -> peers.put("R", peer));
    ForecastPeer.statsmodels().ifPresent(peer -> peers.put("statsmodels", peer));
    for (String name : theirs.keySet()) {
      if (!peers.containsKey(name)) {
        System.err.printf(
            "souk: The peer %s is absent, so nothing is compared with it. Maybe run integration-tests/peers/install.sh.%n",
            name);
      }
    }
  }

  /** Every round takes other series, spread over the whole set. */
  private void measure(int repeats, int count) throws IOException {
    List<CompetitionSeries> all = CompetitionSeries.m3("MONTHLY");
    for (CompetitionSeries warm : all.subList(0, Math.min(all.size(), WARM))) {
      ours.values().forEach(method -> forecast(method, warm));
    }
    int total = repeats * count;
    for (int round = 0; round < repeats; round++) {
      rounds.begin();
      for (int i = 0; i < count; i++) {
        one(all.get((int) ((long) (i * repeats + round) * all.size() / total)));
      }
    }
  }

  private void one(CompetitionSeries series) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, double[]> means = new LinkedHashMap<>();
    for (Map.Entry<String, SeriesForecaster> method : ours.entrySet()) {
      long wall = System.nanoTime();
      long begin = threads.getCurrentThreadCpuTime();
      SeriesForecast answer = forecast(method.getValue(), series);
      long spent = threads.getCurrentThreadCpuTime() - begin;
      long waited = System.nanoTime() - wall;
      rounds.add(method.getKey(), new SpeedRounds.Time(spent / 1e6, waited / 1e6));
      means.put(method.getKey(), answer.mean());
    }
    for (Map.Entry<String, ForecastPeer> peer : peers.entrySet()) {
      for (String method : theirs.getOrDefault(peer.getKey(), List.of())) {
        String name = peer.getKey() + " " + method;
        ForecastPeer.Answer answer =
            peer.getValue().ask(method, series.train(), series.season(), series.test().length);
        rounds.add(name, new SpeedRounds.Time(answer.millis(), answer.wallMillis()));
        double[] mine = means.get(method);
        if (mine != null && mine.length == answer.forecast().length) {
          distances
              .computeIfAbsent(name, n -> new ArrayList<>())
              .add(distance(mine, answer.forecast()));
        }
      }
    }
  }

  private static SeriesForecast forecast(SeriesForecaster method, CompetitionSeries series) {
    ForecastRequest request =
        new ForecastRequest(series.season(), series.test().length, LEVELS, false, 7);
    if (method.forecast(series.train(), request) instanceof SeriesForecast answer) {
      return answer;
    }
    throw new IllegalStateException("Series " + series.id() + " got no answer.");
  }

  /** Mean distance of two forecasts over the mean size of the other's. */
  private static double distance(double[] mine, double[] other) {
    double sum = 0;
    double size = 0;
    for (int h = 0; h < mine.length; h++) {
      sum += Math.abs(mine[h] - other[h]);
      size += Math.abs(other[h]);
    }
    return sum / size;
  }

  private Result result() {
    System.out.print(rounds.table());
    distances.forEach(
        (name, values) ->
            System.out.printf(
                Locale.ROOT,
                "our theta and %s: forecasts differ by %.4f %% (median of %d series)%n",
                name,
                100
                    * Interleaved.median(
                        values.stream().mapToDouble(Double::doubleValue).toArray()),
                values.size()));
    Result result = new Result("forecastspeed");
    ForecastPeer forecast = peers.get("R");
    if (forecast != null) {
      double ratioEts = rounds.ratio("R ets", "ensemble");
      double ratioArima = rounds.ratio("R arima", "ensemble");
      double ratioTheta = rounds.ratio("R theta", "theta");
      result
          .with("ratioEts", ratioEts, 1)
          .with("ratioArima", ratioArima, 1)
          .with("ratioTheta", ratioTheta, 1)
          .with("wallRatioEts", rounds.wallRatio("R ets", "ensemble"), 1)
          .with("wallRatioArima", rounds.wallRatio("R arima", "ensemble"), 1)
          .with("wallRatioTheta", rounds.wallRatio("R theta", "theta"), 1)
          .require(ratioEts >= RATIO_ETS, "ratioEts >= " + RATIO_ETS)
          .require(ratioArima >= RATIO_ARIMA, "ratioArima >= " + RATIO_ARIMA)
          .require(ratioTheta >= RATIO_THETA, "ratioTheta >= " + RATIO_THETA);
    }
    if (peers.containsKey("statsmodels")) {
      result
          .with("ratioStatsmodelsTheta", rounds.ratio("statsmodels theta", "theta"), 1)
          .with("ratioStatsmodelsEts", rounds.ratio("statsmodels ets", "ensemble"), 1);
    }
    return result
        .with("millisPerSeries", rounds.processor("ensemble"), 2)
        .with("thetaMillis", rounds.processor("theta"), 3)
        .with("rounds", rounds.size())
        .with("peer", forecast == null ? "absent" : forecast.version());
  }
}
