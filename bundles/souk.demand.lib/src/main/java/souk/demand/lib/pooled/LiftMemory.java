package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * How much more than expected was sold under conditions like these before: by series, weighted by
 * likeness; by product in all stores, in cells of flags and price cut, summed over time. Only steps
 * up to the origin count. Read-only after construction.
 */
final class LiftMemory {
  private static final int CUTS = 6;
  private static final int FLAGS = 8;
  private static final double SHRINK_SERIES = 2;
  private static final double SHRINK_PRODUCT = 4;
  private static final long MOST_CELLS = 30_000_000;

  private final PooledPanel panel;
  private final float[][] surprise;
  private final byte[][] cell;
  private final float[][] sums;
  private final float[][] counts;

  LiftMemory(PooledPanel panel, Levels levels) {
    this.panel = panel;
    int n = panel.size();
    int known = panel.known();
    this.surprise = new float[n][known];
    this.cell = new byte[n][panel.steps()];
    int products = panel.count(Group.PRODUCT);
    boolean byProduct = products < n && (long) products * CUTS * FLAGS * known <= MOST_CELLS;
    this.sums = new float[byProduct ? products * CUTS * FLAGS : 0][];
    this.counts = new float[sums.length][];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < panel.steps(); t++) {
        cell[s][t] = cellOf(s, t);
      }
      for (int t = 0; t < known; t++) {
        surprise[s][t] =
            t > 0 && levels.adjusted[s][t] >= 0
                ? Logs.ratio(levels.adjusted[s][t], levels.middle[s][t - 1])
                : Float.NaN;
        if (byProduct && !Float.isNaN(surprise[s][t])) {
          int at = panel.code(Group.PRODUCT, s) * CUTS * FLAGS + cell[s][t];
          if (sums[at] == null) {
            sums[at] = new float[known];
            counts[at] = new float[known];
          }
          sums[at][t] += surprise[s][t];
          counts[at][t]++;
        }
      }
    }
    for (int at = 0; at < sums.length; at++) {
      for (int t = 1; sums[at] != null && t < known; t++) {
        sums[at][t] += sums[at][t - 1];
        counts[at][t] += counts[at][t - 1];
      }
    }
  }

  private byte cellOf(int s, int t) {
    float[] ratio = panel.ratio(s);
    double off = t < ratio.length && !Float.isNaN(ratio[t]) ? 1 - StrictMath.exp(ratio[t]) : 0;
    int cut = off < 0.02 ? 0 : off < 0.1 ? 1 : off < 0.2 ? 2 : off < 0.3 ? 3 : off < 0.4 ? 4 : 5;
    int bits = 0;
    float[][] flags = panel.series(s).flags();
    for (int k = 0; k < Math.min(3, flags.length); k++) {
      bits |= flags[k][t] > 0 ? 1 << k : 0;
    }
    return (byte) (bits * CUTS + cut);
  }

  /** Mean surprise of the series under the same flags and a similar price, up to the origin. */
  float ofSeries(int s, int origin, int step) {
    float[] ratio = panel.ratio(s);
    double sum = 0;
    double weight = 0;
    int bits = cell[s][step] / CUTS;
    for (int t = 1; t <= origin; t++) {
      if (Float.isNaN(surprise[s][t]) || cell[s][t] / CUTS != bits) {
        continue;
      }
      double distance = step < ratio.length ? (ratio[t] - ratio[step]) / 0.08 : 0;
      double w = distance * distance < 9 ? 1 / (1 + distance * distance) : 0;
      sum += w * surprise[s][t];
      weight += w;
    }
    return weight > 0 ? (float) (sum / (weight + SHRINK_SERIES)) : Float.NaN;
  }

  /** Mean surprise of the product in the same cell in all stores, up to the origin. */
  float ofProduct(int s, int origin, int step) {
    if (sums.length == 0) {
      return Float.NaN;
    }
    int at = panel.code(Group.PRODUCT, s) * CUTS * FLAGS + cell[s][step];
    if (sums[at] == null || counts[at][origin] == 0) {
      return Float.NaN;
    }
    return (float) (sums[at][origin] / (counts[at][origin] + SHRINK_PRODUCT));
  }
}
