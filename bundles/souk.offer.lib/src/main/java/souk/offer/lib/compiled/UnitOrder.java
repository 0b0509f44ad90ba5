package souk.offer.lib.compiled;

/**
 * Lines in the order of the price of one unit, with the whole units of each. Kept by a cart's state
 * and filled again for each effect that counts units.
 */
final class UnitOrder {
  int[] line = new int[16];
  long[] units = new long[16];
  int size;
  long total;

  /**
   * Takes the lines of a scope, cheapest unit first, among equals the earlier line.
   *
   * @param taken lines that do not count, 64 per word, or an empty array
   */
  void fill(CartState cart, ScopeRef scope, long[] amounts, long[] taken) {
    size = 0;
    total = 0;
    if (line.length < cart.lines) {
      line = new int[cart.gross.length];
      units = new long[cart.gross.length];
    }
    for (int w = 0; w < cart.words; w++) {
      long lines = scope.word(cart, w);
      if (taken.length > w) {
        lines &= ~taken[w];
      }
      for (long m = lines; m != 0; m &= m - 1) {
        insert(cart, amounts, (w << 6) + Long.numberOfTrailingZeros(m));
      }
    }
  }

  private void insert(CartState cart, long[] amounts, int added) {
    long whole = cart.whole[added];
    if (whole == 0) {
      return;
    }
    int k = size++;
    while (k > 0
        && Exact.compareRatios(
                amounts[added], cart.micros[added], amounts[line[k - 1]], cart.micros[line[k - 1]])
            < 0) {
      line[k] = line[k - 1];
      units[k] = units[k - 1];
      k--;
    }
    line[k] = added;
    units[k] = whole;
    total += whole;
  }

  /** What some units of a line are worth: their share of its amount, half-even. */
  static long value(CartState cart, long[] amounts, int line, long count) {
    long quantity = cart.micros[line];
    long whole = cart.whole[line];
    if (whole * Exact.MICROS == quantity) {
      return count == whole ? amounts[line] : Exact.scaled(amounts[line], count, whole);
    }
    return Exact.scaled(amounts[line], count * Exact.MICROS, quantity);
  }

  /** What the dearest units are worth together. */
  long dearest(CartState cart, long[] amounts, long count) {
    long left = count;
    long sum = 0;
    for (int i = size - 1; i >= 0 && left > 0; i--) {
      long take = Math.min(left, units[i]);
      sum += value(cart, amounts, line[i], take);
      left -= take;
    }
    return sum;
  }

  /**
   * Writes what the dearest units are worth, line by line.
   *
   * @return the sum
   */
  long dearest(CartState cart, long[] amounts, long count, long[] out, int base) {
    long left = count;
    long sum = 0;
    for (int i = size - 1; i >= 0 && left > 0; i--) {
      long take = Math.min(left, units[i]);
      long value = value(cart, amounts, line[i], take);
      out[base + line[i]] = value;
      sum += value;
      left -= take;
    }
    return sum;
  }
}
