package souk.demand.lib.season;

/**
 * Local regression with tricube weights on equally spaced points (Cleveland, Journal of the
 * American Statistical Association 74, 1979).
 *
 * <p>Stateless, thread-safe.
 */
final class Loess {
  private Loess() {}

  /**
   * Smooths at every position from {@code from} to {@code until}, which may lie outside the data.
   *
   * @param x values at positions 0 to n - 1, read at {@code offset + stride * position}
   * @param window number of neighbours; beyond n the bandwidth grows accordingly
   * @param linear a local line, otherwise a local constant
   * @param to filled at {@code toOffset + toStride * (position - from)}
   */
  static void smooth(
      double[] x,
      int offset,
      int stride,
      int n,
      int window,
      boolean linear,
      int from,
      int until,
      double[] to,
      int toOffset,
      int toStride) {
    int near = StrictMath.min(window, n);
    int left = 0;
    for (int position = from; position < until; position++) {
      while (left + near < n && position - left > left + near - position) {
        left++;
      }
      double reach = StrictMath.max(position - left, left + near - 1 - position);
      if (window > n) {
        reach += Math.floorDiv(window - n, 2);
      }
      reach = StrictMath.max(reach, 1);
      double total = 0;
      double first = 0;
      double second = 0;
      double sum = 0;
      double cross = 0;
      for (int i = left; i < left + near; i++) {
        double distance = StrictMath.abs(i - position) / reach;
        if (distance >= 0.999) {
          continue;
        }
        double rest = 1 - distance * distance * distance;
        double weight = distance <= 0.001 ? 1 : rest * rest * rest;
        double value = x[offset + stride * i];
        double away = i - position;
        total += weight;
        first += weight * away;
        second += weight * away * away;
        sum += weight * value;
        cross += weight * away * value;
      }
      double answer = total > 0 ? sum / total : x[offset + stride * StrictMath.min(left, n - 1)];
      if (linear && total > 0) {
        double lean = first / total;
        double spread = second / total - lean * lean;
        if (StrictMath.sqrt(StrictMath.max(0, spread)) > 0.001 * (n - 1)) {
          answer -= lean * (cross / total - lean * answer) / spread;
        }
      }
      to[toOffset + toStride * (position - from)] = answer;
    }
  }
}
