package souk.plan.lib.choice;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Partial plans over the same items, in parallel arrays, each with its parent and last step. */
final class PartialPlans {
  double[] profit;
  double[] cost;
  double[] units;
  double[] loss;
  int[] parent;
  int[] step;
  int size;

  PartialPlans(int capacity) {
    profit = new double[capacity];
    cost = new double[capacity];
    units = new double[capacity];
    loss = new double[capacity];
    parent = new int[capacity];
    step = new int[capacity];
  }

  static PartialPlans root() {
    PartialPlans root = new PartialPlans(1);
    root.add(0, 0, 0, 0, -1, -1);
    return root;
  }

  void add(double profit, double cost, double units, double loss, int parent, int step) {
    if (size == this.profit.length) {
      grow();
    }
    this.profit[size] = profit;
    this.cost[size] = cost;
    this.units[size] = units;
    this.loss[size] = loss;
    this.parent[size] = parent;
    this.step[size++] = step;
  }

  private void grow() {
    int capacity = size * 2;
    profit = Arrays.copyOf(profit, capacity);
    cost = Arrays.copyOf(cost, capacity);
    units = Arrays.copyOf(units, capacity);
    loss = Arrays.copyOf(loss, capacity);
    parent = Arrays.copyOf(parent, capacity);
    step = Arrays.copyOf(step, capacity);
  }

  /** The plans no other one beats in cost and profit and, if they count, in units. */
  PartialPlans undominated(boolean unitsCount) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    IndexSort.ascending(order, 0, size, cost);
    PartialPlans kept = new PartialPlans(Math.max(1, size));
    Front front = unitsCount ? new UnitsFront() : new ProfitFront();
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && cost[order[to]] == cost[order[from]]) {
        to++;
      }
      byFallingProfit(order, from, to);
      for (int k = from; k < to; k++) {
        int s = order[k];
        if (front.admits(profit[s], units[s])) {
          kept.add(profit[s], cost[s], units[s], loss[s], parent[s], step[s]);
        }
      }
      from = to;
    }
    return kept;
  }

  private void byFallingProfit(int[] order, int from, int to) {
    if (to - from > 1) {
      double[] key = new double[size];
      for (int k = from; k < to; k++) {
        key[order[k]] = -profit[order[k]];
      }
      IndexSort.ascending(order, from, to, key);
    }
  }

  /** Plans come by rising cost; a plan is admitted if no earlier one is at least as good. */
  private interface Front {
    boolean admits(double profit, double units);
  }

  private static final class ProfitFront implements Front {
    private double best = Double.NEGATIVE_INFINITY;

    @Override
    public boolean admits(double profit, double units) {
      if (profit <= best) {
        return false;
      }
      best = profit;
      return true;
    }
  }

  /** Keeps a staircase of rising units and falling profit. */
  private static final class UnitsFront implements Front {
    private final TreeMap<Double, Double> profitByUnits = new TreeMap<>();

    @Override
    public boolean admits(double profit, double units) {
      Map.Entry<Double, Double> atLeast = profitByUnits.ceilingEntry(units);
      if (atLeast != null && atLeast.getValue() >= profit) {
        return false;
      }
      Map.Entry<Double, Double> fewer = profitByUnits.floorEntry(units);
      while (fewer != null && fewer.getValue() <= profit) {
        profitByUnits.remove(fewer.getKey());
        fewer = profitByUnits.floorEntry(units);
      }
      profitByUnits.put(units, profit);
      return true;
    }
  }
}
