package souk.numeric.lib;

/** Places of values in order, without boxing; equal values keep their order. */
public final class Order {
  private Order() {}

  /** Places by increasing value. */
  public static int[] ascending(double[] values) {
    int n = values.length;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int[] spare = new int[n];
    for (int width = 1; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        merge(values, order, spare, from, Math.min(n, from + width), Math.min(n, from + 2 * width));
      }
      int[] swap = order;
      order = spare;
      spare = swap;
    }
    return order;
  }

  private static void merge(double[] values, int[] from, int[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft =
          left < middle && (right >= end || values[from[left]] <= values[from[right]]);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
