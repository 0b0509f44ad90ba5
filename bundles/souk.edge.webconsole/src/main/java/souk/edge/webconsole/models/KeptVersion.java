package souk.edge.webconsole.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A kept version of a model as the page shows it.
 *
 * @param number counts from 1
 * @param learner strategy that reads it
 * @param keptAt when it was kept
 * @param bytes size of what was learned
 * @param sha256 checksum of that
 * @param facts figures for themselves
 * @param measures by name, with intervals
 * @param importance of columns, the most important first
 * @param calibration by increasing probability
 * @param curve of the training, first epoch first
 * @param lineage where it comes from
 */
record KeptVersion(
    int number,
    String learner,
    Optional<Instant> keptAt,
    long bytes,
    String sha256,
    Map<String, Double> facts,
    Map<String, Measure> measures,
    List<Importance> importance,
    List<Bin> calibration,
    List<Epoch> curve,
    Map<String, String> lineage) {
  /**
   * A figure with its 95 % interval.
   *
   * @param low NaN if there is none
   * @param high NaN if there is none
   */
  record Measure(double value, double low, double high) {
    static Measure of(Plain plain) {
      return new Measure(plain.figure("value"), plain.figure("low"), plain.figure("high"));
    }
  }

  /** How much worse the model gets when a column is shuffled. */
  record Importance(String column, Measure rise) {}

  /** Rows of about the same probability. */
  record Bin(int rows, double predicted, double happened) {}

  /**
   * Where a training stood.
   *
   * @param validation NaN if nothing was held out
   */
  record Epoch(int number, double loss, double validation) {}

  static KeptVersion of(Plain plain) {
    Map<String, Double> facts = new TreeMap<>();
    plain
        .map("facts")
        .forEach(
            (name, value) -> {
              if (value instanceof Number number) {
                facts.put(name, number.doubleValue());
              }
            });
    Map<String, Measure> measures = new TreeMap<>();
    plain.map("metrics").forEach((name, value) -> measures.put(name, Measure.of(Plain.of(value))));
    Map<String, String> lineage = new TreeMap<>();
    plain.map("lineage").forEach((name, value) -> lineage.put(name, String.valueOf(value)));
    List<Importance> importance = new ArrayList<>();
    for (Plain one : plain.list("importance")) {
      importance.add(new Importance(one.text("column"), Measure.of(Plain.of(one.map("rise")))));
    }
    List<Bin> bins = new ArrayList<>();
    for (Plain one : plain.list("calibration")) {
      bins.add(new Bin(one.whole("rows"), one.figure("predicted"), one.figure("happened")));
    }
    List<Epoch> curve = new ArrayList<>();
    for (Plain one : plain.list("curve")) {
      curve.add(new Epoch(one.whole("epoch"), one.figure("loss"), one.figure("validationLoss")));
    }
    return new KeptVersion(
        plain.whole("version"),
        plain.text("learner"),
        plain.time("keptAt"),
        plain.count("bytes"),
        plain.text("sha256"),
        facts,
        measures,
        importance,
        bins,
        curve,
        lineage);
  }

  /** Measures, then figures for themselves, each by name. */
  Map<String, Measure> figures() {
    Map<String, Measure> all = new TreeMap<>(measures);
    facts.forEach(
        (name, value) -> all.putIfAbsent(name, new Measure(value, Double.NaN, Double.NaN)));
    return all;
  }
}
