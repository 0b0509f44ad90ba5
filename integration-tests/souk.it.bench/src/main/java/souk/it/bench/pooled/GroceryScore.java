package souk.it.bench.pooled;

/** Sums of one contender over all scored rows: absolute errors, and how often the interval held. */
public final class GroceryScore {
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

  void add(GroceryScore other) {
    units += other.units;
    errors += other.errors;
    rows += other.rows;
    held += other.held;
  }

  String cells() {
    return units + "\t" + errors + "\t" + rows + "\t" + held;
  }

  /** From the third cell on. */
  static GroceryScore of(String[] cells) {
    GroceryScore score = new GroceryScore();
    score.units = Double.parseDouble(cells[2]);
    score.errors = Double.parseDouble(cells[3]);
    score.rows = Long.parseLong(cells[4]);
    score.held = Long.parseLong(cells[5]);
    return score;
  }

  double wape() {
    return errors / units;
  }

  double coverage() {
    return 100.0 * held / rows;
  }

  public long rows() {
    return rows;
  }
}
