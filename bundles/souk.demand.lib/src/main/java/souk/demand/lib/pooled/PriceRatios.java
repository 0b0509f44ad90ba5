package souk.demand.lib.pooled;

/** Price relative to the regular price. Stateless. */
final class PriceRatios {
  private static final int MEMORY = 8;
  private static final float LARGEST = 1.5f;

  private PriceRatios() {}

  /**
   * @return log(price / base price) per step, NaN where unknown; empty without prices
   */
  static float[] of(float[] price, float[] basePrice) {
    float[] ratio = new float[price.length];
    float[] base = basePrice.length == 0 ? derived(price) : basePrice;
    for (int t = 0; t < price.length; t++) {
      ratio[t] =
          price[t] > 0 && base[t] > 0
              ? Math.max(
                  -LARGEST, Math.min(LARGEST, (float) StrictMath.log(price[t] / (double) base[t])))
              : Float.NaN;
    }
    return ratio;
  }

  /** The highest price of the last eight steps with a price: promotions are shorter than that. */
  private static float[] derived(float[] price) {
    float[] base = new float[price.length];
    float[] recent = new float[MEMORY];
    int seen = 0;
    for (int t = 0; t < price.length; t++) {
      if (price[t] > 0) {
        recent[seen++ % MEMORY] = price[t];
      }
      float highest = Float.NaN;
      for (int i = 0; i < Math.min(seen, MEMORY); i++) {
        highest = Float.isNaN(highest) ? recent[i] : Math.max(highest, recent[i]);
      }
      base[t] = highest;
    }
    return base;
  }
}
