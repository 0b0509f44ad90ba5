package souk.offer.api;

/**
 * The ledger refuses a request, or cannot promise that its answer lasts. Unchecked. Codes: {@code
 * limit.total}, {@code limit.per-customer}, {@code limit.budget}, {@code claim.currency}, {@code
 * coupon.unknown}, {@code coupon.used}, {@code coupon.reserved}, {@code coupon.expired}, {@code
 * coupon.not-yet-valid}, {@code coupon.blocked}, {@code key.conflict}, {@code reservation.expired},
 * {@code reservation.unknown}, {@code reservation.released}, {@code reservation.committed}, {@code
 * redemption.not-committed}, {@code reversal.too-much}, {@code line.unknown}, {@code
 * offer.unknown}, {@code batch.exists}, {@code batch.unknown}, {@code checkout.price-changed},
 * {@code ledger.unavailable}, {@code ledger.differs}.
 */
public final class LedgerException extends RuntimeException {
  /** The answer could not be made durable; asking again with the same key is safe. */
  public static final String UNAVAILABLE = "ledger.unavailable";

  /** The store differs from what was acknowledged; an operator has to accept that first. */
  public static final String DIFFERS = "ledger.differs";

  /** The key was used for a request with another content. */
  public static final String KEY_CONFLICT = "key.conflict";

  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code stable
   */
  public LedgerException(String code, String message) {
    super(message);
    this.code = code;
  }

  public LedgerException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** True if the same request may succeed later without any change to it. */
  public boolean retryable() {
    return code.equals(UNAVAILABLE) || code.equals(DIFFERS);
  }
}
