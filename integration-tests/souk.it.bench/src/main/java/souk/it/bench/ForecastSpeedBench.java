package souk.it.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.theta.Theta;

/**
 * Processor time per monthly series of M3 beside R's forecast package, series by series in turn:
 * ours, theirs, ours, ... Only the calling thread's time counts on our side and only R's own on
 * theirs; quantiles are asked for on our side as well.
 */
final class ForecastSpeedBench {
  private static final double RATIO_ETS = 15;
  private static final double RATIO_ARIMA = 80;
  private static final double RATIO_THETA = 20;
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);

  private ForecastSpeedBench() {}

  static Result run(Arguments options) throws IOException {
    List<CompetitionSeries> all = CompetitionSeries.m3("MONTHLY");
    List<CompetitionSeries> series = new ArrayList<>();
    int count = options.number("series", 20);
    for (int i = 0; i < count; i++) {
      series.add(all.get((int) ((long) i * all.size() / count)));
    }
    Map<String, SeriesForecaster> ours =
        Map.of("ensemble", new AutomaticEnsemble(), "theta", new Theta());
    for (CompetitionSeries warm : all.subList(0, Math.min(all.size(), 300))) {
      ours.values().forEach(method -> millis(method, warm));
    }
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    Path script =
        Path.of(System.getProperty("souk.root", "."), "integration-tests/peers/forecast.R");
    Optional<ForecastPeer> started = ForecastPeer.start(script);
    Result result = new Result("forecastspeed");
    if (started.isEmpty()) {
      System.err.println(
          "souk: Rscript with the package forecast is absent, so nothing is compared. Maybe run integration-tests/peers/install.sh.");
    }
    try (ForecastPeer peer = started.orElse(null)) {
      for (CompetitionSeries one : series) {
        ours.forEach((name, method) -> add(millis, name, millis(method, one)));
        if (peer != null) {
          for (String theirs : List.of("ets", "arima", "theta")) {
            ForecastPeer.Answer answer =
                peer.ask(theirs, one.train(), one.season(), one.test().length);
            add(millis, "R " + theirs, answer.millis());
          }
        }
      }
    }
    millis.forEach(ForecastSpeedBench::print);
    double ensemble = mean(millis, "ensemble");
    double theta = mean(millis, "theta");
    if (started.isEmpty()) {
      return result
          .with("millisPerSeries", ensemble, 2)
          .with("thetaMillis", theta, 3)
          .with("peer", "absent");
    }
    double ratioEts = mean(millis, "R ets") / ensemble;
    double ratioArima = mean(millis, "R arima") / ensemble;
    double ratioTheta = mean(millis, "R theta") / theta;
    return result
        .with("ratioEts", ratioEts, 1)
        .with("ratioArima", ratioArima, 1)
        .with("ratioTheta", ratioTheta, 1)
        .with("millisPerSeries", ensemble, 2)
        .with("thetaMillis", theta, 3)
        .with("series", series.size())
        .with("peer", started.get().version())
        .require(ratioEts >= RATIO_ETS, "ratioEts >= " + RATIO_ETS)
        .require(ratioArima >= RATIO_ARIMA, "ratioArima >= " + RATIO_ARIMA)
        .require(ratioTheta >= RATIO_THETA, "ratioTheta >= " + RATIO_THETA);
  }

  private static double millis(SeriesForecaster method, CompetitionSeries series) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    ForecastResult answer =
        method.forecast(
            series.train(),
            new ForecastRequest(series.season(), series.test().length, LEVELS, false, 7));
    double spent = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
    if (answer.toString().isEmpty()) {
      throw new IllegalStateException("Series " + series.id() + " got no answer.");
    }
    return spent;
  }

  private static void add(Map<String, List<Double>> millis, String name, double value) {
    millis.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  private static double mean(Map<String, List<Double>> millis, String name) {
    return millis.getOrDefault(name, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }

  private static void print(String name, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-10s %d series: mean %.3f ms of processor, median %.3f, most %.3f%n",
        name,
        sorted.length,
        values.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        Interleaved.median(sorted),
        sorted[sorted.length - 1]);
  }
}
