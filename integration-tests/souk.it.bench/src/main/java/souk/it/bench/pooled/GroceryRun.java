package souk.it.bench.pooled;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.pooled.PooledModel;
import souk.demand.lib.pooled.PooledOptions;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.theta.Theta;
import souk.it.bench.pooled.GroceryTable.Rows;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/** Every contender at every origin; each sees units before the origin only. */
public final class GroceryRun {
  public static final String POOLED = "pooled";
  public static final String NAIVE = "seasonal naive";
  public static final String TOLD = "ARIMA with price and promotion";
  public static final String PEER = "scikit-learn HistGradientBoosting";

  /** The same with squared errors in place of the deviance of counts. */
  public static final String SQUARED = "pooled, squared errors";

  private static final String BLIND = "pooled without price and promotion";
  private static final int HORIZON = 13;
  private static final int YEAR = 52;
  private static final long SEED = 7;

  private final PooledPanel panel;
  private final Lanes lanes;
  private final Optional<GroceryPeer> peer;
  private GroceryTable table = new GroceryTable();
  private BitSet shared = new BitSet();

  /**
   * @param withPeer whether scikit-learn is asked as well
   */
  public GroceryRun(Path folder, int threads, boolean withPeer) throws IOException {
    this.panel = GroceryPanel.read(folder);
    this.lanes = lanes(threads);
    List<String> ids =
        IntStream.range(0, panel.size()).mapToObj(s -> panel.series(s).id()).toList();
    this.peer =
        withPeer ? Optional.of(new GroceryPeer(folder, ids, HORIZON, threads)) : Optional.empty();
  }

  /** Tasks on so many threads. */
  public static Lanes lanes(int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    return (tasks, task) ->
        pool.submit(() -> IntStream.range(0, tasks).parallel().forEach(task)).join();
  }

  /** Forecasts and scores one origin. */
  public GroceryTable at(int origin) throws IOException, InterruptedException {
    table = new GroceryTable();
    shared = new BitSet();
    if (peer.isPresent()) {
      ask(peer.get(), origin);
    }
    long start = System.nanoTime();
    long processor = processorNanos();
    PooledModel model = pooled(POOLED, origin, true, Optional.empty());
    double took = (System.nanoTime() - start) / 1e9;
    table.spend(POOLED, (processorNanos() - processor) / 1e9, took);
    System.out.printf(Locale.ROOT, "origin %d: %d trees in %.1f s%n", origin, model.trees(), took);
    pooled(SQUARED, origin, true, Optional.of(Loss.SQUARED));
    pooled(BLIND, origin, false, Optional.empty());
    alone(NAIVE, new OneSeries(new SeasonalNaive(), YEAR), origin);
    alone("ETS", new OneSeries(new AutomaticEts(), 1), origin);
    alone("Theta", new OneSeries(new Theta(), 1), origin);
    alone(
        "ETS and Theta, season of a year",
        new OneSeries(new Combination(List.of(new AutomaticEts(), new Theta())), YEAR),
        origin);
    alone("ensemble", new OneSeries(new AutomaticEnsemble(), 1), origin);
    alone(TOLD, OneSeries.withDrivers(new AutomaticArima(), 1), origin);
    return table;
  }

  /** Processor time of this process, compiler and collector included. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private void ask(GroceryPeer other, int origin) throws IOException, InterruptedException {
    Optional<GroceryPeer.Answer> answer = other.at(origin);
    if (answer.isEmpty()) {
      System.err.println(
          "souk: scikit-learn is absent or failed, so it is not compared. Maybe run integration-tests/peers/install.sh.");
      return;
    }
    table.spend(PEER, answer.get().processorSeconds(), answer.get().wallSeconds());
    for (GroceryPeer.Row row : answer.get().rows()) {
      shared.set(row.series() * panel.steps() + row.step());
      score(PEER, row.series(), row.step(), row.point(), row.low(), row.high());
    }
  }

  private PooledModel pooled(String name, int origin, boolean drivers, Optional<Loss> loss) {
    PooledOptions standard = PooledOptions.standard(HORIZON, drivers, SEED);
    PooledOptions options = loss.map(standard::with).orElse(standard);
    PooledModel model = PooledModel.fit(panel.knownUntil(origin), options, lanes);
    for (int s = 0; s < panel.size(); s++) {
      for (int t = origin; t < Math.min(origin + HORIZON, panel.steps()); t++) {
        if (panel.series(s).units()[t] >= 0) {
          double[] answer = model.forecast(s, t, 0.1, 0.5, 0.9);
          score(name, s, t, answer[2], answer[1], answer[3]);
        }
      }
    }
    return model;
  }

  private void alone(String name, OneSeries method, int origin) {
    double[][][] answers = new double[panel.size()][][];
    lanes.forEach(panel.size(), s -> answers[s] = method.forecast(panel, s, origin, HORIZON));
    for (int s = 0; s < panel.size(); s++) {
      for (int h = 0; h < HORIZON && origin + h < panel.steps(); h++) {
        if (panel.series(s).units()[origin + h] >= 0) {
          double[] answer = answers[s][h];
          score(name, s, origin + h, answer[0], answer[1], answer[2]);
        }
      }
    }
  }

  private void score(String name, int s, int t, double point, double low, double high) {
    double seen = panel.series(s).units()[t];
    table.add(Rows.ALL, name, seen, point, low, high);
    if (isPromoted(s, t)) {
      table.add(Rows.PROMOTED, name, seen, point, low, high);
    }
    if (shared.get(s * panel.steps() + t)) {
      table.add(Rows.SHARED, name, seen, point, low, high);
    }
  }

  private boolean isPromoted(int s, int t) {
    for (float[] flag : panel.series(s).flags()) {
      if (flag[t] > 0) {
        return true;
      }
    }
    return false;
  }

  /** The best of those that know neither price nor promotion. */
  public static String bestWithoutDrivers(GroceryTable table) {
    return table.contenders().stream()
        .filter(name -> !Set.of(POOLED, SQUARED, TOLD, PEER).contains(name))
        .min(Comparator.comparingDouble(name -> table.wape(Rows.ALL, name)))
        .orElseThrow();
  }
}
