package souk.numeric.lib.boost;

/**
 * Rows as one byte per feature, with target and starting prediction. Rows may be set by many
 * threads at once, each its own; afterwards it is only read.
 */
public final class BinnedRows {
  private final Bins bins;
  private final byte[][] columns;
  private final float[] target;
  private final float[] start;
  private final float[] weight;

  /** All rows empty. */
  public BinnedRows(Bins bins, int rows) {
    this.bins = bins;
    this.columns = new byte[bins.features()][rows];
    this.target = new float[rows];
    this.start = new float[rows];
    this.weight = new float[rows];
  }

  /**
   * Sets a row.
   *
   * @param features one value per feature, NaN where missing
   * @param target what was seen: a count of at least 0, 1 or 0, or a figure, as the loss says
   * @param start prediction to start from, above 0
   * @param weight above 0
   */
  public void set(int row, float[] features, double target, double start, double weight) {
    for (int f = 0; f < columns.length; f++) {
      columns[f][row] = (byte) bins.bin(f, features[f]);
    }
    this.target[row] = (float) target;
    this.start[row] = (float) start;
    this.weight[row] = (float) weight;
  }

  public int size() {
    return target.length;
  }

  Bins bins() {
    return bins;
  }

  byte[] column(int feature) {
    return columns[feature];
  }

  float target(int row) {
    return target[row];
  }

  float start(int row) {
    return start[row];
  }

  float weight(int row) {
    return weight[row];
  }
}
