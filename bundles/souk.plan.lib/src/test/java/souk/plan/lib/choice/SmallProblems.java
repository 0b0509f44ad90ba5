package souk.plan.lib.choice;

import java.util.SplittableRandom;

/** Random problems of 1 to 7 items with 1 to 5 steps, with ties, zeros and negative profits. */
final class SmallProblems {
  private SmallProblems() {}

  static ChoiceProblem random(SplittableRandom random, boolean withUnits) {
    boolean whole = random.nextBoolean();
    int items = random.nextInt(1, 8);
    ChoiceProblem.Builder builder = ChoiceProblem.builder();
    double leastCost = 0;
    double mostCost = 0;
    double mostUnits = 0;
    for (int i = 0; i < items; i++) {
      builder.item("item-" + i);
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      double units = 0;
      int steps = random.nextInt(1, 6);
      for (int s = 0; s < steps; s++) {
        double cost = whole ? random.nextInt(0, 12) : random.nextDouble(0, 12);
        double profit = whole ? random.nextInt(-5, 30) : random.nextDouble(-5, 30);
        double count = whole ? random.nextInt(0, 20) : random.nextDouble(0, 20);
        builder.step(1 + s, profit, count, cost);
        least = Math.min(least, cost);
        most = Math.max(most, cost);
        units = Math.max(units, count);
      }
      leastCost += least;
      mostCost += most;
      mostUnits += units;
    }
    double budget = leastCost + random.nextDouble(-0.1, 1.1) * (mostCost - leastCost);
    builder.budget(Math.max(0, whole ? Math.rint(budget) : budget));
    if (withUnits) {
      builder.minimumUnits(random.nextDouble(0, 1) * mostUnits);
    }
    return builder.build();
  }
}
