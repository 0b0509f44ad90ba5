package souk.it.bench;

import java.util.Arrays;
import java.util.List;

/** Latencies in microseconds, sorted. */
record Latencies(long[] sorted) {
  static Latencies of(List<long[]> parts) {
    return new Latencies(parts.stream().flatMapToLong(Arrays::stream).sorted().toArray());
  }

  int count() {
    return sorted.length;
  }

  double millis(double quantile) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * quantile))] / 1e3;
  }

  double worstMillis() {
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1] / 1e3;
  }
}
