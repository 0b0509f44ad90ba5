package souk.evidence.lib.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units of a sample by stratum and side; strata with too few units are joined. */
final class Cells {
  private static final int LEAST = 2;

  /** Units of one stratum on one side. */
  record Cell(double weight, int[] units) {
    /** What a variance within the cell counts in the variance of the estimate. */
    double scale() {
      return weight * weight / units.length;
    }

    double mean(double[] values) {
      double sum = 0;
      for (int unit : units) {
        sum += values[unit];
      }
      return sum / units.length;
    }

    double covariance(double[] a, double[] b) {
      double meanA = mean(a);
      double meanB = mean(b);
      double sum = 0;
      for (int unit : units) {
        sum += (a[unit] - meanA) * (b[unit] - meanB);
      }
      return sum / (units.length - 1);
    }
  }

  private final List<Cell> treated = new ArrayList<>();
  private final List<Cell> control = new ArrayList<>();

  private Cells() {}

  /**
   * @throws IllegalArgumentException if a side has fewer than two units
   */
  static Cells of(Sample sample) {
    if (sample.count(true) < LEAST || sample.count(false) < LEAST) {
      throw new IllegalArgumentException(
          "An effect needs at least 2 units on each side, but there are %d treated and %d control."
              .formatted(sample.count(true), sample.count(false)));
    }
    Map<Integer, List<Integer>> byStratum = new TreeMap<>();
    for (int i = 0; i < sample.units(); i++) {
      byStratum.computeIfAbsent(sample.stratum()[i], s -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> joined = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (List<Integer> stratum : byStratum.values()) {
      open.addAll(stratum);
      if (enough(sample, open)) {
        joined.add(open);
        open = new ArrayList<>();
      }
    }
    if (!open.isEmpty()) {
      joined.get(joined.size() - 1).addAll(open);
    }
    Cells cells = new Cells();
    for (List<Integer> stratum : joined) {
      double weight = stratum.size() / (double) sample.units();
      cells.treated.add(new Cell(weight, side(sample, stratum, true)));
      cells.control.add(new Cell(weight, side(sample, stratum, false)));
    }
    return cells;
  }

  int strata() {
    return treated.size();
  }

  List<Cell> treated() {
    return treated;
  }

  List<Cell> control() {
    return control;
  }

  List<Cell> all() {
    List<Cell> all = new ArrayList<>(treated);
    all.addAll(control);
    return all;
  }

  private static boolean enough(Sample sample, List<Integer> units) {
    return side(sample, units, true).length >= LEAST && side(sample, units, false).length >= LEAST;
  }

  private static int[] side(Sample sample, List<Integer> units, boolean treated) {
    return units.stream().mapToInt(i -> i).filter(i -> sample.treated()[i] == treated).toArray();
  }
}
