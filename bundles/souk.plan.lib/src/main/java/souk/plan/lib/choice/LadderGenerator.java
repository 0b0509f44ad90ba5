package souk.plan.lib.choice;

import java.util.SplittableRandom;

/**
 * Seeded ladder problems shaped like a retailer's: constant-elasticity demand, unit cost below
 * price, steps from −28 % upwards, the cost of a step being the money given away by lowering the
 * price, and one budget of 30 % of what all best steps would take. For benches and tests.
 */
public final class LadderGenerator {
  private LadderGenerator() {}

  /**
   * @param items number of items, at least one
   * @param steps steps per item, at least one; the first is the current price at cost zero
   */
  public static ChoiceProblem random(int items, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ChoiceProblem.Builder builder = ChoiceProblem.builder();
    double wanted = 0;
    for (int i = 0; i < items; i++) {
      double price = StrictMath.exp(random.nextDouble(0, 4));
      double unitCost = price * random.nextDouble(0.3, 0.7);
      double elasticity = -random.nextDouble(1.2, 4.5);
      double units = StrictMath.exp(random.nextDouble(0, 5));
      builder.item("item-" + i);
      double bestProfit = Double.NEGATIVE_INFINITY;
      double bestCost = 0;
      for (int s = 0; s < steps; s++) {
        double stepPrice = price * (1 - 0.02 * s);
        double sold = units * StrictMath.pow(stepPrice / price, elasticity);
        double profit = (stepPrice - unitCost) * sold;
        double cost = (price - stepPrice) * sold;
        builder.step(stepPrice, profit, sold, Math.max(0, cost));
        if (profit > bestProfit) {
          bestProfit = profit;
          bestCost = cost;
        }
      }
      wanted += bestCost;
    }
    return builder.budget(0.3 * wanted).build();
  }
}
