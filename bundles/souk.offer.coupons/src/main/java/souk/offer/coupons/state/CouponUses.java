package souk.offer.coupons.state;

/**
 * Batch and uses of one coupon in a number: 20 bits each.
 *
 * @param batch number of the batch
 * @param used final uses
 * @param held uses of reservations
 */
public record CouponUses(int batch, int used, int held) {
  private static final int BITS = 20;
  private static final int MASK = (1 << BITS) - 1;

  /** Most batches of a ledger. */
  public static final int MAX_BATCHES = MASK;

  static CouponUses of(long packed) {
    return new CouponUses(
        (int) (packed >>> (2 * BITS)) & MASK, (int) (packed >>> BITS) & MASK, (int) packed & MASK);
  }

  long packed() {
    return ((long) batch << (2 * BITS)) | ((long) used << BITS) | held;
  }

  CouponUses plus(int moreUsed, int moreHeld) {
    return new CouponUses(batch, used + moreUsed, held + moreHeld);
  }
}
