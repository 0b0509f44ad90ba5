package souk.cli;

/** What to do with a step between two observations that has none. */
enum Gaps {
  /** On the line between its neighbours. */
  INTERPOLATE,
  /** Nothing was sold. */
  ZERO,
  /** The next observation takes its place; the calendar is lost. */
  CONSECUTIVE,
  /** An error. */
  REFUSE;

  /** Replaces what is not a number between two numbers. */
  void fill(double[] values) {
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        for (int j = last + 1; j < i; j++) {
          double share = (j - last) / (double) (i - last);
          // Weighted, not by difference: that of two huge values may overflow.
          values[j] = this == ZERO || last < 0 ? 0 : (1 - share) * values[last] + share * values[i];
        }
        last = i;
      }
    }
  }
}
