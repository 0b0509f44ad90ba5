package souk.plan.lib.price;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each price point of one item is expected to bring per week, in minor units: profit {@code (p
 * − c)·units(p)}, and as cost the revenue given up by a reduction, {@code max(0, current −
 * p)·units(p)}.
 */
public final class PriceLadder {
  /** Standard errors on each side of a 95 % interval. */
  public static final double Z95 = 1.959963984540054;

  private final PricePoints points;
  private final long[] pricesMinor;
  private final long unitCostMinor;
  private final LogLogDemand demand;
  private final double[] units;
  private final long lowEndMinor;
  private final long highEndMinor;

  /**
   * @param demand at the current price
   */
  public PriceLadder(PricePoints points, long unitCostMinor, LogLogDemand demand) {
    this(
        points,
        unitCostMinor,
        demand,
        points.pricesMinor()[0],
        points.pricesMinor()[points.pricesMinor().length - 1]);
  }

  private PriceLadder(
      PricePoints points,
      long unitCostMinor,
      LogLogDemand demand,
      long lowEndMinor,
      long highEndMinor) {
    this.points = points;
    this.pricesMinor = points.pricesMinor();
    this.lowEndMinor = lowEndMinor;
    this.highEndMinor = highEndMinor;
    this.unitCostMinor = unitCostMinor;
    this.demand = demand;
    units = new double[pricesMinor.length];
    for (int s = 0; s < units.length; s++) {
      units[s] = demand.expectedUnits(relative(s));
    }
  }

  /** A ladder of one step: the price is kept whatever demand would do. */
  public static PriceLadder kept(long currentMinor, long unitCostMinor, double baseUnits) {
    return new PriceLadder(
        new PricePoints(
            new long[] {currentMinor},
            0,
            currentMinor,
            currentMinor,
            PricePoints.Limit.BOUND,
            PricePoints.Limit.BOUND),
        unitCostMinor,
        new LogLogDemand(baseUnits, 0, 0));
  }

  public int steps() {
    return pricesMinor.length;
  }

  public PricePoints points() {
    return points;
  }

  /** Whether a limit, and not an improbable gain, keeps the next price below from the ladder. */
  public boolean atLowLimit(int step) {
    return pricesMinor[step] == lowEndMinor;
  }

  /** Whether a limit, and not an improbable gain, keeps the next price above from the ladder. */
  public boolean atHighLimit(int step) {
    return pricesMinor[step] == highEndMinor;
  }

  /** Position of the current price. */
  public int current() {
    return points.current();
  }

  public long priceMinor(int step) {
    return pricesMinor[step];
  }

  public double units(int step) {
    return units[step];
  }

  /** Expected profit in minor units. */
  public double profitMinor(int step) {
    return (pricesMinor[step] - unitCostMinor) * units[step];
  }

  /** Revenue given up in minor units; zero unless the step lowers the price. */
  public double costMinor(int step) {
    return Math.max(0, pricesMinor[points.current()] - pricesMinor[step]) * units[step];
  }

  /**
   * The step with the greatest expected profit when nothing is scarce; the nearest to now of
   * equals.
   */
  public int bestStep() {
    int best = points.current();
    for (int s = 0; s < units.length; s++) {
      if (profitMinor(s) > profitMinor(best)) {
        best = s;
      }
    }
    return best;
  }

  /**
   * Change of profit against the current price, in minor units, if the elasticity lies {@code z}
   * standard errors above its estimate.
   */
  public double profitChangeMinor(int step, double z) {
    return (pricesMinor[step] - unitCostMinor) * demand.unitsAtDeviation(relative(step), z)
        - (pricesMinor[points.current()] - unitCostMinor) * demand.baseUnits();
  }

  /**
   * The elasticity at which the step would bring just as much as the current price, {@code ln((p₀ −
   * c)/(p − c)) / ln(p/p₀)}; NaN where no elasticity does.
   */
  public double breakEvenElasticity(int step) {
    double now = pricesMinor[points.current()] - unitCostMinor;
    double then = pricesMinor[step] - unitCostMinor;
    if (now <= 0 || then <= 0 || step == points.current()) {
      return Double.NaN;
    }
    return StrictMath.log(now / then) / StrictMath.log(relative(step));
  }

  /**
   * Probability that the step brings more than the current price, given what is known of the
   * elasticity; one half at the break-even itself, 1 or 0 where the elasticity does not matter.
   */
  public double gainProbability(int step) {
    if (step == points.current()) {
      return 0;
    }
    double breakEven = breakEvenElasticity(step);
    if (Double.isNaN(breakEven)) {
      return pricesMinor[step] > unitCostMinor ? 1 : 0;
    }
    double ahead = demand.elasticity() - breakEven;
    double signed = step > points.current() ? ahead : -ahead;
    return demand.standardError() == 0
        ? (signed > 0 ? 1 : 0)
        : Normal.cdf(signed / demand.standardError());
  }

  /** The same ladder without the steps whose {@link #gainProbability} is lower. */
  public PriceLadder withGainProbability(double least) {
    long[] kept =
        IntStream.range(0, steps())
            .filter(s -> s == points.current() || gainProbability(s) >= least)
            .mapToLong(s -> pricesMinor[s])
            .toArray();
    PricePoints fewer =
        new PricePoints(
            kept,
            Arrays.binarySearch(kept, pricesMinor[points.current()]),
            points.lowestMinor(),
            points.highestMinor(),
            points.lowLimit(),
            points.highLimit());
    return new PriceLadder(fewer, unitCostMinor, demand, lowEndMinor, highEndMinor);
  }

  private double relative(int step) {
    return (double) pricesMinor[step] / pricesMinor[points.current()];
  }
}
