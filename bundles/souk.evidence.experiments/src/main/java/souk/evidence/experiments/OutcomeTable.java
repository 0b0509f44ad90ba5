package souk.evidence.experiments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;

/** Sums units, revenue and cost per unit of an experiment, before and after. For one thread. */
final class OutcomeTable {
  /** Sums in units and minor currency. */
  private static final class Sum {
    double units;
    double revenueMinor;
    double costMinor;
  }

  private final Experiment experiment;
  private final Map<String, Double> unitCostMinor;
  private final Map<String, Sum> before = new HashMap<>();
  private final Map<String, Sum> after = new HashMap<>();

  /**
   * @param unitCostMinor cost per unit in minor units, by SKU
   */
  OutcomeTable(Experiment experiment, Map<String, Double> unitCostMinor) {
    this.experiment = experiment;
    this.unitCostMinor = unitCostMinor;
  }

  boolean article() {
    return experiment.unit() == UnitKind.SKU;
  }

  void before(String customer, String sku, double units, double revenueMinor) {
    add(before, customer, sku, units, revenueMinor);
  }

  void after(String customer, String sku, double units, double revenueMinor) {
    add(after, customer, sku, units, revenueMinor);
  }

  /** Per metric, one outcome per unit in the order of their names; money in major units. */
  Map<String, List<UnitOutcome>> outcomes(int weeksBefore, int weeksAfter, double minorPerMajor) {
    Map<String, List<UnitOutcome>> outcomes = new TreeMap<>();
    TreeSet<String> units = new TreeSet<>(experiment.treatment());
    units.addAll(experiment.control());
    List<UnitOutcome> profit = new ArrayList<>();
    List<UnitOutcome> revenue = new ArrayList<>();
    List<UnitOutcome> sold = new ArrayList<>();
    for (String unit : units) {
      boolean treated = experiment.treatment().contains(unit);
      Sum b = before.getOrDefault(unit, new Sum());
      Sum a = after.getOrDefault(unit, new Sum());
      double perBefore = 1.0 / Math.max(1, weeksBefore);
      double perAfter = 1.0 / weeksAfter;
      profit.add(
          new UnitOutcome(
              unit,
              treated,
              (b.revenueMinor - b.costMinor) * perBefore / minorPerMajor,
              (a.revenueMinor - a.costMinor) * perAfter / minorPerMajor));
      revenue.add(
          new UnitOutcome(
              unit,
              treated,
              b.revenueMinor * perBefore / minorPerMajor,
              a.revenueMinor * perAfter / minorPerMajor));
      sold.add(new UnitOutcome(unit, treated, b.units * perBefore, a.units * perAfter));
    }
    outcomes.put(DefaultMetricCatalog.PROFIT, profit);
    outcomes.put(DefaultMetricCatalog.REVENUE, revenue);
    outcomes.put(DefaultMetricCatalog.UNITS, sold);
    return outcomes;
  }

  private void add(
      Map<String, Sum> sums, String customer, String sku, double units, double revenueMinor) {
    Sum sum = sums.computeIfAbsent(article() ? sku : customer, u -> new Sum());
    sum.units += units;
    sum.revenueMinor += revenueMinor;
    sum.costMinor += units * unitCostMinor.getOrDefault(sku, 0.0);
  }
}
