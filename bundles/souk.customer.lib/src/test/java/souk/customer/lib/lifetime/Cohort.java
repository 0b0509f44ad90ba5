package souk.customer.lib.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Customers whose behaviour is known, because it was drawn. Days from 0; no amounts of 0. */
public final class Cohort {
  private final List<int[]> lines = new ArrayList<>();
  private final List<Double> amounts = new ArrayList<>();
  private final int customers;

  private Cohort(int customers) {
    this.customers = customers;
  }

  /**
   * Pareto/NBD customers who come over the first twelve weeks and are watched for so many weeks,
   * with Gamma-Gamma amounts.
   */
  public static Cohort paretoNbd(int customers, double[] p, double[] money, int weeks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Cohort cohort = new Cohort(customers);
    for (int c = 0; c < customers; c++) {
      double rate = gamma(random, p[0]) / p[1];
      double life = -StrictMath.log(random.nextDouble()) / (gamma(random, p[2]) / p[3]);
      cohort.live(c, random, rate, money, weeks, (since, dropped) -> since < life);
    }
    return cohort;
  }

  /** BG/NBD customers, as above. */
  public static Cohort bgNbd(int customers, double[] p, double[] money, int weeks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Cohort cohort = new Cohort(customers);
    for (int c = 0; c < customers; c++) {
      double rate = gamma(random, p[0]) / p[1];
      double a = gamma(random, p[2]);
      double drop = a / (a + gamma(random, p[3]));
      cohort.live(c, random, rate, money, weeks, (since, chance) -> !(chance < drop));
    }
    return cohort;
  }

  private interface Staying {
    /**
     * @param since weeks since the first purchase of the one to come
     * @param chance drawn between 0 and 1 after the purchase before, 1 after the first
     */
    boolean stays(double since, double chance);
  }

  private void live(
      int customer,
      SplittableRandom random,
      double rate,
      double[] money,
      int weeks,
      Staying staying) {
    double start = random.nextDouble() * 12;
    double level = gamma(random, money[1]) / money[2];
    double at = 0;
    double chance = 1;
    while (start + at < weeks) {
      lines.add(new int[] {customer, (int) Math.floor(7 * (start + at))});
      amounts.add(gamma(random, money[0]) / level);
      at += -StrictMath.log(random.nextDouble()) / rate;
      if (!staying.stays(at, chance)) {
        return;
      }
      chance = random.nextDouble();
    }
  }

  public PurchaseDays days() {
    return PurchaseDays.of(
        customers,
        lines.stream().mapToInt(l -> l[0]).toArray(),
        lines.stream().mapToInt(l -> l[1]).toArray(),
        amounts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The same without what came after a day. */
  public PurchaseDays until(int lastDay) {
    int[] kept = IntStream.range(0, lines.size()).filter(i -> lines.get(i)[1] <= lastDay).toArray();
    return PurchaseDays.of(
        customers,
        IntStream.of(kept).map(i -> lines.get(i)[0]).toArray(),
        IntStream.of(kept).map(i -> lines.get(i)[1]).toArray(),
        IntStream.of(kept).mapToDouble(amounts::get).toArray());
  }

  /** Marsaglia and Tsang (2000). */
  static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = StrictMath.pow(1 + c * z, 3);
      if (v > 0
          && StrictMath.log(random.nextDouble()) < z * z / 2 + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }
}
