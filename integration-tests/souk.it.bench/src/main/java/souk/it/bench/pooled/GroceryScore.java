package souk.it.bench.pooled;

/** Sums of one contender over all scored rows: absolute errors, and how often the interval held. */
final class GroceryScore {
  private double units;
  private double errors;
  private long rows;
  private long held;

  void add(double seen, double point, double low, double high) {
    units += seen;
    errors += Math.abs(seen - point);
    rows++;
    held += seen >= low && seen <= high ? 1 : 0;
  }

  double wape() {
    return errors / units;
  }

  double coverage() {
    return 100.0 * held / rows;
  }

  long rows() {
    return rows;
  }
}
