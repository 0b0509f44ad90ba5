package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/** Promotion of the other products on the same shelf. Read-only after construction. */
final class Rivals {
  private static final int RECENT = 6;

  private final PooledPanel panel;
  private final float[][] effect;
  private final float[][] sum;
  private final int[] count;

  Rivals(PooledPanel panel, float[][] effect) {
    this.panel = panel;
    this.effect = effect;
    this.sum = new float[panel.count(Group.SHELF)][panel.steps()];
    this.count = new int[sum.length];
    for (int s = 0; s < effect.length; s++) {
      int shelf = panel.code(Group.SHELF, s);
      count[shelf]++;
      for (int t = 0; t < panel.steps(); t++) {
        sum[shelf][t] += effect[s][t];
      }
    }
  }

  /** Mean effect on the other products; NaN if there are none. */
  float at(int s, int step) {
    int shelf = panel.code(Group.SHELF, s);
    return count[shelf] < 2 ? Float.NaN : (sum[shelf][step] - effect[s][step]) / (count[shelf] - 1);
  }

  /** Mean over the steps that end at the origin. */
  float mean(int s, int origin) {
    double total = 0;
    int from = Math.max(0, origin - RECENT + 1);
    for (int t = from; t <= origin; t++) {
      total += at(s, t);
    }
    return (float) (total / (origin - from + 1));
  }
}
