package souk.plan.lib.price;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The price points an item may take: the current price always, and every price with an allowed
 * ending inside all limits, thinned to evenly spaced ones when there are too many.
 *
 * @param pricesMinor rising, distinct
 * @param current position of the current price
 * @param lowestMinor least price the limits allow, whatever its ending
 * @param highestMinor greatest price the limits allow
 * @param lowLimit rule that sets {@code lowestMinor}
 * @param highLimit rule that sets {@code highestMinor}
 */
public record PricePoints(
    long[] pricesMinor,
    int current,
    long lowestMinor,
    long highestMinor,
    Limit lowLimit,
    Limit highLimit) {
  /** Rules that can bind. */
  public enum Limit {
    MAXIMUM_CHANGE,
    MARGIN_FLOOR,
    BOUND
  }

  public PricePoints {
    pricesMinor = pricesMinor.clone();
  }

  @Override
  public long[] pricesMinor() {
    return pricesMinor.clone();
  }

  /**
   * @param currentMinor price now, at least 1
   * @param unitCostMinor cost per unit, at least 0
   */
  public static PricePoints of(long currentMinor, long unitCostMinor, PriceRules rules) {
    if (currentMinor < 1 || unitCostMinor < 0) {
      throw new IllegalArgumentException(
          "A price ladder needs a current price of at least 1 and a unit cost of at least 0, but got %d and %d minor units."
              .formatted(currentMinor, unitCostMinor));
    }
    long byChange = (long) Math.ceil(currentMinor * (1 - rules.maximumChange()) - 1e-9);
    long byMargin = (long) Math.ceil(unitCostMinor / (1 - rules.marginFloor()) - 1e-9);
    long lowest = Math.max(1, Math.max(rules.leastMinor(), Math.max(byChange, byMargin)));
    Limit low =
        lowest == byMargin && byMargin > byChange
            ? Limit.MARGIN_FLOOR
            : lowest == byChange ? Limit.MAXIMUM_CHANGE : Limit.BOUND;
    long upByChange = (long) Math.floor(currentMinor * (1 + rules.maximumChange()) + 1e-9);
    long highest = Math.min(rules.mostMinor(), upByChange);
    Limit high = highest == upByChange ? Limit.MAXIMUM_CHANGE : Limit.BOUND;
    long[] prices = thinned(fitting(lowest, highest, rules), currentMinor, rules.steps());
    return new PricePoints(
        prices, Arrays.binarySearch(prices, currentMinor), lowest, highest, low, high);
  }

  /** At most about 4,100 prices: a range wider than that is walked in longer strides. */
  private static long[] fitting(long lowest, long highest, PriceRules rules) {
    long stride = Math.max(0, highest - lowest) / 4096 + 1;
    LongStream.Builder found = LongStream.builder();
    for (long price = rules.endings().atOrAbove(lowest);
        price <= highest;
        price = rules.endings().atOrAbove(price + stride)) {
      found.add(price);
    }
    return found.build().toArray();
  }

  private static long[] thinned(long[] prices, long current, int steps) {
    long[] others = Arrays.stream(prices).filter(p -> p != current).toArray();
    int wanted = Math.min(steps - 1, others.length);
    long[] kept = new long[wanted + 1];
    for (int k = 0; k < wanted; k++) {
      int position = wanted == 1 ? 0 : (int) ((long) k * (others.length - 1) / (wanted - 1));
      kept[k] = others[position];
    }
    kept[wanted] = current;
    Arrays.sort(kept);
    return kept;
  }
}
