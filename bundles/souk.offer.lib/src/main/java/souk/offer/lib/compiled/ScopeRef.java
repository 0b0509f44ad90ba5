package souk.offer.lib.compiled;

/** A scope by the numbers of its facets: lines that have all of them. Immutable. */
final class ScopeRef {
  /** The facet that every line has. */
  static final int EVERYTHING = 0;

  static final ScopeRef ALL = new ScopeRef(EVERYTHING, EVERYTHING, EVERYTHING);

  private final int first;
  private final int second;
  private final int third;

  /** Facets, those that are {@link #EVERYTHING} last. */
  ScopeRef(int first, int second, int third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  boolean all() {
    return first == EVERYTHING;
  }

  /** A facet without which no line is concerned. */
  int first() {
    return first;
  }

  /** The facet that alone tells; −1 if there are more. */
  int only() {
    return second == EVERYTHING ? first : -1;
  }

  /** True if every line that this concerns is concerned by another, whatever the cart. */
  boolean within(ScopeRef other) {
    return has(other.first) && has(other.second) && has(other.third);
  }

  private boolean has(int facet) {
    return facet == EVERYTHING || facet == first || facet == second || facet == third;
  }

  int facet(int i) {
    return i == 0 ? first : i == 1 ? second : third;
  }

  /** Lines concerned, 64 per word. */
  long word(CartState cart, int w) {
    return cart.facetWord(first, w) & cart.facetWord(second, w) & cart.facetWord(third, w);
  }

  /** Lines concerned, in a cart of at most 64 lines. */
  long lines(CartState cart) {
    return cart.lines(first, second, third);
  }

  boolean empty(CartState cart) {
    for (int w = 0; w < cart.words; w++) {
      if (word(cart, w) != 0) {
        return false;
      }
    }
    return true;
  }
}
