package souk.demand.lib.reconcile;

import java.util.Arrays;

/**
 * Which bottom series add up to which totals. Totals come first, bottom series last, in the order
 * of their forecasts.
 *
 * <p>Immutable; thread-safe.
 */
public final class Hierarchy {
  private final int[][] members;
  private final int bottom;

  /**
   * @param members per total the positions of its bottom series, counted from 0 among the bottom
   * @param bottom number of bottom series
   */
  public Hierarchy(int[][] members, int bottom) {
    this.bottom = bottom;
    this.members = new int[members.length][];
    for (int i = 0; i < members.length; i++) {
      this.members[i] = members[i].clone();
      Arrays.sort(this.members[i]);
      for (int j = 0; j < members[i].length; j++) {
        int member = this.members[i][j];
        if (member < 0 || member >= bottom || (j > 0 && member == this.members[i][j - 1])) {
          throw new IllegalArgumentException(
              "Total %d names bottom series %d; there are %d, and each may be named once."
                  .formatted(i, member, bottom));
        }
      }
    }
  }

  /** Number of totals. */
  public int totals() {
    return members.length;
  }

  /** Number of bottom series. */
  public int bottom() {
    return bottom;
  }

  int[] members(int total) {
    return members[total];
  }

  /** Fills the totals from the bottom series behind them. */
  public void addUp(double[] all) {
    for (int i = 0; i < members.length; i++) {
      double sum = 0;
      for (int member : members[i]) {
        sum += all[members.length + member];
      }
      all[i] = sum;
    }
  }
}
