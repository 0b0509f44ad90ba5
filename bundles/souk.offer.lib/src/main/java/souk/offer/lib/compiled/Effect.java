package souk.offer.lib.compiled;

import org.jspecify.annotations.Nullable;

/**
 * What an offer takes off. Immutable and safe for use by many threads.
 *
 * <p>What an effect wants in all never grows when amounts shrink, apart from one minor unit per
 * line through rounding: the search relies on it.
 */
abstract class Effect {
  static final Miss NO_EFFECT = Miss.of("effect.nothing");

  /**
   * Writes what it would take off each line, at least 0 and at most the line's amount.
   *
   * @param amounts per line, before offers or what they have left
   * @param out zero from {@code base} on, for as many lines as the cart has
   * @return the sum
   */
  abstract long want(CartState cart, long[] amounts, long[] out, int base);

  /**
   * Takes what it wants of the undiscounted cart straight off what is left; for carts of at most 64
   * lines.
   *
   * @param lines all it may change
   * @return those that it changes; 0 if it wants nothing
   */
  long take(CartState cart, long lines, Drawdown down) {
    down.clear(cart.lines);
    return want(cart, cart.gross, down.share, down.base) == 0 ? 0 : down.take(cart, lines);
  }

  /** Lines it could change. */
  ScopeRef scope() {
    return ScopeRef.ALL;
  }

  /**
   * True if more may be taken off a cart that is discounted already than off the one that is not.
   */
  boolean mayGrow() {
    return false;
  }

  /** Scope without which it finds nothing. */
  ScopeRef needs() {
    return scope();
  }

  /** The lines it could change, if these are a scope. */
  @Nullable ScopeRef reach() {
    return scope();
  }

  /** Lines it could change, 64 per word. */
  long touches(CartState cart, int word) {
    return scope().word(cart, word);
  }

  /** Why it finds nothing, with what is missing; asked only if so. */
  Miss nothing(CartState cart, long[] amounts) {
    return NO_EFFECT;
  }

  /** Code of {@link #nothing}, without figures. */
  String nothingCode(CartState cart) {
    return nothing(cart, cart.gross).code();
  }

  /** True if it gives something else than money off lines. */
  boolean benefit() {
    return false;
  }

  /** How much of the benefit it gives: units, points, or 1. */
  long benefitAmount(CartState cart, long[] amounts) {
    return 0;
  }
}
