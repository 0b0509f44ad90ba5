package souk.plan.lib.promotion;

/**
 * What a promotion is expected to do over its period, in minor units. {@code gain = extraMargin −
 * cost} holds exactly as far as doubles go.
 *
 * @param gain profit with the promotion less profit without it
 * @param gainLow gain if response is as weak as the 95 % interval allows
 * @param gainHigh gain if response is as strong as the 95 % interval allows
 * @param cost discount given to everybody who redeems
 * @param costAnyway part of the cost that goes to purchases which would have happened anyway
 * @param extraMargin margin of the additional sales before the discount
 */
public record PromotionValue(
    double gain,
    double gainLow,
    double gainHigh,
    double cost,
    double costAnyway,
    double extraMargin) {
  /** A promotion of nothing. */
  public static final PromotionValue NONE = new PromotionValue(0, 0, 0, 0, 0, 0);

  public PromotionValue plus(PromotionValue other) {
    return new PromotionValue(
        gain + other.gain,
        gainLow + other.gainLow,
        gainHigh + other.gainHigh,
        cost + other.cost,
        costAnyway + other.costAnyway,
        extraMargin + other.extraMargin);
  }
}
