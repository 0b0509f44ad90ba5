package souk.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.backtest.Accuracy;
import souk.demand.lib.backtest.AccuracyTally;
import souk.demand.lib.ces.ComplexSmoothing;
import souk.demand.lib.combine.AutomaticEnsemble;
import souk.demand.lib.combine.Combination;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.ets.FixedEts;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.lib.intermittent.IntermittentDemand;
import souk.demand.lib.naive.Drift;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.lib.regression.TrendSeasons;
import souk.demand.lib.theta.DynamicOptimisedTheta;
import souk.demand.lib.theta.Theta;
import souk.it.bench.pooled.GroceryPanel;
import souk.it.bench.pooled.GrocerySeries;

/**
 * Which one-series methods earn their place: on how many series each is the best, and by how much
 * the best of all would be worse without it. Options: {@code --sets}, {@code --every} n-th series.
 */
final class MembersBench {
  private static final List<Double> LEVELS = List.of(0.1, 0.25, 0.5, 0.75, 0.9);
  private static final List<String> COMBINATIONS = List.of("ensemble", "ets-theta");

  private MembersBench() {}

  private static Map<String, SeriesForecaster> methods() {
    Map<String, SeriesForecaster> all = new LinkedHashMap<>();
    all.put("ensemble", new AutomaticEnsemble());
    all.put("ets-theta", new Combination(List.of(new AutomaticEts(), new Theta())));
    all.put("ets", new AutomaticEts());
    all.put("arima", new AutomaticArima());
    all.put("ces", new ComplexSmoothing());
    all.put("theta", new Theta());
    all.put("theta-dynamic", new DynamicOptimisedTheta());
    all.put("ses", FixedEts.simple());
    all.put("holt", FixedEts.holt());
    all.put("holt-damped", FixedEts.damped());
    all.put("drift", new Drift());
    all.put("regression", new TrendSeasons());
    all.put("seasonal-naive", new SeasonalNaive());
    for (IntermittentDemand.Method method : IntermittentDemand.Method.values()) {
      all.put(method.name().toLowerCase(Locale.ROOT), new IntermittentDemand(method));
    }
    return all;
  }

  static Result run(Arguments options) throws IOException {
    Result result = new Result("members");
    for (String set : options.text("sets", "m3,m4weekly,grocery,demo").split(",", -1)) {
      List<CompetitionSeries> series = Competition.part(series(set), options);
      int season = set.equals("m4weekly") ? 52 : 0;
      result.with(new Result("").with("best." + set, table(set, series, season)));
    }
    return result;
  }

  private static List<CompetitionSeries> series(String set) throws IOException {
    return switch (set) {
      case "m3" -> {
        List<CompetitionSeries> both = new ArrayList<>(CompetitionSeries.m3("MONTHLY"));
        both.addAll(CompetitionSeries.m3("QUARTERLY"));
        yield both;
      }
      case "m4weekly" -> CompetitionSeries.m4Weekly();
      case "demo" -> RetailWeeks.backtest(200, 0);
      case "demo-early" -> RetailWeeks.backtest(200, 20);
      case "grocery" ->
          GrocerySeries.of(
              GroceryPanel.read(DataFolder.of("grocery_promotions")),
              13,
              117,
              (id, train, test) -> new CompetitionSeries(id, train, test, 1));
      default -> throw new IllegalArgumentException("There is no set " + set + ".");
    };
  }

  /** Prints a row per method and returns the one that is best most often. */
  private static String table(String set, List<CompetitionSeries> all, int season) {
    Map<String, SeriesForecaster> methods = methods();
    Map<String, AccuracyTally> tallies = new LinkedHashMap<>();
    Map<String, double[]> errors = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      CompetitionSeries one = all.get(i);
      ForecastRequest request =
          new ForecastRequest(
              season > 0 ? season : one.season(), one.test().length, LEVELS, true, 7);
      for (Map.Entry<String, SeriesForecaster> method : methods.entrySet()) {
        SeriesForecast answer = answer(method.getValue(), one, request);
        tallies
            .computeIfAbsent(method.getKey(), n -> new AccuracyTally())
            .add(one.test(), answer, one.train(), one.season());
        errors.computeIfAbsent(method.getKey(), n -> new double[all.size()])[i] =
            error(one, answer);
      }
    }
    Map<String, double[]> single = new LinkedHashMap<>(errors);
    COMBINATIONS.forEach(single::remove);
    double oracle = oracle(single.values().stream().toList(), all.size());
    String winner = "";
    double most = -1;
    for (Map.Entry<String, AccuracyTally> entry : tallies.entrySet()) {
      String name = entry.getKey();
      boolean alone = single.containsKey(name);
      double best = alone ? best(name, single, all.size()) : Double.NaN;
      if (best > most) {
        most = best;
        winner = name;
      }
      print(
          set, name, entry.getValue().accuracy(), best, alone ? without(name, single) / oracle : 1);
    }
    return winner;
  }

  private static SeriesForecast answer(
      SeriesForecaster method, CompetitionSeries one, ForecastRequest request) {
    return method.forecast(one.train(), request) instanceof SeriesForecast answer
        ? answer
        : (SeriesForecast) new SeasonalNaive().forecast(one.train(), request);
  }

  /** Mean absolute error in units of what one step usually changes. */
  private static double error(CompetitionSeries one, SeriesForecast answer) {
    double scale = AccuracyTally.scale(one.train(), one.season());
    double sum = 0;
    for (int h = 0; h < one.test().length; h++) {
      sum += Math.abs(one.test()[h] - answer.mean(h)) / one.test().length;
    }
    return scale > 0 ? sum / scale : 0;
  }

  /** Share of the series on which nobody is better; those shared by n count 1/n. */
  private static double best(String name, Map<String, double[]> errors, int count) {
    double share = 0;
    double[] mine = errors.getOrDefault(name, new double[count]);
    for (int i = 0; i < count; i++) {
      int at = i;
      double least = errors.values().stream().mapToDouble(e -> e[at]).min().orElse(0);
      long ties = errors.values().stream().filter(e -> e[at] <= least).count();
      share += mine[i] <= least ? 1.0 / ties / count : 0;
    }
    return share;
  }

  private static double without(String name, Map<String, double[]> errors) {
    Map<String, double[]> others = new LinkedHashMap<>(errors);
    double[] mine = others.remove(name);
    return oracle(others.values().stream().toList(), mine == null ? 0 : mine.length);
  }

  /** Mean error if the best were known beforehand. */
  private static double oracle(List<double[]> errors, int count) {
    double[] least = new double[count];
    Arrays.setAll(least, i -> errors.stream().mapToDouble(e -> e[i]).min().orElse(0));
    return Arrays.stream(least).average().orElse(0);
  }

  private static void print(
      String set, String name, Accuracy accuracy, double best, double without) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %-14s series %d: %s, MASE %.3f, WAPE %.3f, pinball %.3f, 80 %% interval covers %.3f%n",
        set,
        name,
        accuracy.forecasts(),
        Double.isNaN(best)
            ? "a combination"
            : String.format(
                Locale.ROOT,
                "best on %.1f %%, best of all without it %.2f %% worse",
                100 * best,
                100 * (without - 1)),
        accuracy.mase(),
        accuracy.wape(),
        accuracy.pinball(),
        accuracy.coverage80());
  }
}
