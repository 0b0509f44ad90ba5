package souk.plan.lib.choice;

/**
 * What the items from position {@code k} of an order on can still add: suffix sums, compensated.
 */
final class Remainder {
  final double[] leastCost;
  final double[] mostUnits;
  final double[] bestProfit;
  final double[] bestCost;
  final double[] bestUnits;

  Remainder(ChoiceProblem problem, int[] order, int[] bestStep) {
    int items = order.length;
    double[] least = new double[items];
    double[] most = new double[items];
    double[] profit = new double[items];
    double[] cost = new double[items];
    double[] units = new double[items];
    for (int k = 0; k < items; k++) {
      int item = order[k];
      least[k] = Double.POSITIVE_INFINITY;
      for (int s = problem.offsets[item]; s < problem.offsets[item + 1]; s++) {
        least[k] = Math.min(least[k], problem.cost[s]);
        most[k] = Math.max(most[k], problem.units[s]);
      }
      profit[k] = problem.profit[bestStep[item]];
      cost[k] = problem.cost[bestStep[item]];
      units[k] = problem.units[bestStep[item]];
    }
    leastCost = suffixSums(least);
    mostUnits = suffixSums(most);
    bestProfit = suffixSums(profit);
    bestCost = suffixSums(cost);
    bestUnits = suffixSums(units);
  }

  private static double[] suffixSums(double[] values) {
    double[] sums = new double[values.length + 1];
    double sum = 0;
    double lost = 0;
    for (int k = values.length - 1; k >= 0; k--) {
      double v = values[k];
      double t = sum + v;
      lost += Math.abs(sum) >= Math.abs(v) ? (sum - t) + v : (v - t) + sum;
      sum = t;
      sums[k] = sum + lost;
    }
    return sums;
  }
}
