package souk.offer.lib.compiled;

/** A scope by the numbers of its facets: lines that have all of them. Immutable. */
final class ScopeRef {
  static final int NONE = -1;
  static final ScopeRef ALL = new ScopeRef(NONE, NONE, NONE);

  private final int first;
  private final int second;
  private final int third;

  /** Facets, those that are {@link #NONE} last. */
  ScopeRef(int first, int second, int third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  boolean all() {
    return first == NONE;
  }

  /** A facet without which no line is concerned. */
  int first() {
    return first;
  }

  int facet(int i) {
    return i == 0 ? first : i == 1 ? second : third;
  }

  /** Lines concerned, 64 per word. */
  long word(CartState cart, int w) {
    if (first == NONE) {
      return cart.all[w];
    }
    long lines = cart.facetWord(first, w);
    if (second != NONE) {
      lines &= cart.facetWord(second, w);
      if (third != NONE) {
        lines &= cart.facetWord(third, w);
      }
    }
    return lines;
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
