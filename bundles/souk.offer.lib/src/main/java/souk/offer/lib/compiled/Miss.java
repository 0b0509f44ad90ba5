package souk.offer.lib.compiled;

/**
 * Why a condition does not hold, or an effect finds nothing to do.
 *
 * @param code stable, for example {@code cart-minimum.missing}
 * @param have what the cart has, in the unit of the code: minor units, millionths of a unit
 * @param need what it would need
 * @param gain what it would bring, in minor units; 0 if unknown
 */
public record Miss(String code, long have, long need, long gain) {
  static Miss of(String code) {
    return new Miss(code, 0, 0, 0);
  }
}
