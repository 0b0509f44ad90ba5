package souk.demand.lib.pooled;

import souk.demand.lib.pooled.PooledPanel.Group;

/**
 * Promotion-free demand of a group, each series in units of its own typical level, with its
 * exponentially weighted means. Shows seasons and trends that single series are too noisy for.
 * Read-only after construction.
 */
final class GroupIndex {
  private final float[][] value;
  private final float[][] fast;
  private final float[][] middle;

  GroupIndex(PooledPanel panel, Levels levels, Group group) {
    int groups = panel.count(group);
    int known = panel.known();
    value = new float[groups][known];
    float[][] weight = new float[groups][known];
    for (int s = 0; s < panel.size(); s++) {
      int g = panel.code(group, s);
      if (!(levels.typical[s] > 0)) {
        continue;
      }
      for (int t = 0; t < known; t++) {
        if (levels.adjusted[s][t] >= 0) {
          float share = (float) StrictMath.sqrt(levels.typical[s]);
          value[g][t] += share * levels.adjusted[s][t] / levels.typical[s];
          weight[g][t] += share;
        }
      }
    }
    fast = new float[groups][];
    middle = new float[groups][];
    for (int g = 0; g < groups; g++) {
      for (int t = 0; t < known; t++) {
        value[g][t] = weight[g][t] > 0 ? value[g][t] / weight[g][t] : Float.NaN;
      }
      fast[g] = Levels.smooth(value[g], Levels.FAST, 1);
      middle[g] = Levels.smooth(value[g], Levels.MIDDLE, 1);
    }
  }

  /** Recent demand against the level after the same step. */
  float momentum(int group, int step) {
    return Logs.ratio(fast[group][step], middle[group][step]);
  }

  /** Demand around a step against the level after an earlier one. */
  float growth(int group, int step, int earlier) {
    return earlier < 0
        ? Float.NaN
        : Logs.ratio(Logs.around(value[group], step), middle[group][earlier]);
  }
}
