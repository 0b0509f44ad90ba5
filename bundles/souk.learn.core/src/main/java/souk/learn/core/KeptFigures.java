package souk.learn.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import souk.learn.api.TuningReport;

/**
 * How good a model was, kept with it as facts: a fact {@code auc} with {@code low.auc} and {@code
 * high.auc}, {@code importance.COLUMN} with {@code importance-low.COLUMN} and {@code
 * importance-high.COLUMN}, and {@code calibration.NN.rows}, {@code .predicted} and {@code
 * .happened}.
 */
final class KeptFigures {
  private static final int MOST_COLUMNS = 30;
  private static final String LOW = "low.";
  private static final String HIGH = "high.";
  private static final String IMPORTANCE = "importance.";
  private static final String IMPORTANCE_LOW = "importance-low.";
  private static final String IMPORTANCE_HIGH = "importance-high.";
  private static final String CALIBRATION = "calibration.";

  private KeptFigures() {}

  static Map<String, Double> of(TuningReport report) {
    Map<String, Double> facts = new TreeMap<>();
    report.metrics().forEach((name, figure) -> put(facts, name, LOW + name, HIGH + name, figure));
    report.importance().stream()
        .limit(MOST_COLUMNS)
        .forEach(
            one ->
                put(
                    facts,
                    IMPORTANCE + one.column(),
                    IMPORTANCE_LOW + one.column(),
                    IMPORTANCE_HIGH + one.column(),
                    one.rise()));
    List<TuningReport.CalibrationBin> bins = report.calibration();
    for (int i = 0; i < bins.size(); i++) {
      String bin = String.format(Locale.ROOT, "%s%02d", CALIBRATION, i);
      facts.put(bin + ".rows", (double) bins.get(i).rows());
      facts.put(bin + ".predicted", bins.get(i).predicted());
      facts.put(bin + ".happened", bins.get(i).happened());
    }
    facts.values().removeIf(value -> !Double.isFinite(value));
    return facts;
  }

  private static void put(
      Map<String, Double> facts, String name, String low, String high, TuningReport.Figure figure) {
    facts.put(name, figure.value());
    facts.put(low, figure.low());
    facts.put(high, figure.high());
  }

  /** Facts that are figures for themselves, without those that the others put together. */
  static Map<String, Double> plain(Map<String, Double> facts) {
    Map<String, Double> plain = new TreeMap<>(facts);
    plain
        .keySet()
        .removeIf(
            name ->
                facts.containsKey(LOW + name)
                    || (name.startsWith(LOW) && facts.containsKey(name.substring(LOW.length())))
                    || (name.startsWith(HIGH) && facts.containsKey(name.substring(HIGH.length())))
                    || name.startsWith(IMPORTANCE)
                    || name.startsWith(IMPORTANCE_LOW)
                    || name.startsWith(IMPORTANCE_HIGH)
                    || name.startsWith(CALIBRATION));
    return plain;
  }

  /** Measures with their intervals, by name. */
  static Map<String, TuningReport.Figure> metrics(Map<String, Double> facts) {
    Map<String, TuningReport.Figure> metrics = new TreeMap<>();
    facts.forEach(
        (name, value) -> {
          if (facts.containsKey(LOW + name)) {
            metrics.put(name, figure(facts, value, LOW + name, HIGH + name));
          }
        });
    return metrics;
  }

  private static TuningReport.Figure figure(
      Map<String, Double> facts, double value, String low, String high) {
    return new TuningReport.Figure(
        value, facts.getOrDefault(low, value), facts.getOrDefault(high, value));
  }

  /** Most important first. */
  static List<TuningReport.Importance> importance(Map<String, Double> facts) {
    List<TuningReport.Importance> columns = new ArrayList<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(IMPORTANCE)) {
            String column = name.substring(IMPORTANCE.length());
            columns.add(
                new TuningReport.Importance(
                    column,
                    figure(facts, value, IMPORTANCE_LOW + column, IMPORTANCE_HIGH + column)));
          }
        });
    columns.sort(
        Comparator.comparingDouble((TuningReport.Importance one) -> -one.rise().value())
            .thenComparing(TuningReport.Importance::column));
    return columns;
  }

  /** By increasing probability; empty for figures. */
  static List<TuningReport.CalibrationBin> calibration(Map<String, Double> facts) {
    Map<String, Map<String, Double>> bins = new TreeMap<>();
    facts.forEach(
        (name, value) -> {
          int dot = name.lastIndexOf('.');
          if (name.startsWith(CALIBRATION) && dot >= CALIBRATION.length()) {
            bins.computeIfAbsent(name.substring(0, dot), bin -> new LinkedHashMap<>())
                .put(name.substring(dot + 1), value);
          }
        });
    return bins.values().stream()
        .filter(bin -> bin.keySet().containsAll(List.of("rows", "predicted", "happened")))
        .map(
            bin ->
                new TuningReport.CalibrationBin(
                    bin.getOrDefault("rows", 0.0).intValue(),
                    bin.getOrDefault("predicted", 0.0),
                    bin.getOrDefault("happened", 0.0)))
        .toList();
  }
}
