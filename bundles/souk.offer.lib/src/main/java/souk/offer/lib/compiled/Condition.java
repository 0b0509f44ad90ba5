package souk.offer.lib.compiled;

/** One condition of an offer. Immutable and safe for use by many threads. */
abstract class Condition {
  /** Numbers of a facet or of tags without which it cannot hold. */
  private static final int[] NOTHING = {};

  /** True if it looks at what earlier offers have left. */
  boolean net() {
    return false;
  }

  /**
   * @param amounts per line, before offers or what they have left
   */
  abstract boolean holds(CartState cart, long[] amounts);

  /** Why it does not hold; asked only if so. */
  abstract Miss miss(CartState cart, long[] amounts);

  /** Code of {@link #miss}, without figures. */
  String code(CartState cart) {
    return miss(cart, cart.gross).code();
  }

  /** One of these tags is needed; empty if it does not matter. */
  int[] needsTag() {
    return NOTHING;
  }

  /** The tag that alone decides; {@link OfferSet#CONDITIONS} if there is more to it. */
  int onlyTag() {
    return OfferSet.CONDITIONS;
  }

  /** A line of this scope is needed. */
  ScopeRef needs() {
    return ScopeRef.ALL;
  }

  /** True if {@link #needsTag()} names coupons. */
  boolean coupon() {
    return false;
  }
}
