package souk.demand.lib.reconcile;

import java.util.Arrays;
import java.util.List;

/**
 * Whole numbers for the bottom of a hierarchy: the grand total is rounded, then given out level by
 * level by {@link LargestRemainder}, as far as each level splits the one before. A level that cuts
 * across (stores across categories) gets the sum of its whole members. Stateless.
 */
public final class NestedRounding {
  private NestedRounding() {}

  /**
   * Rounds.
   *
   * @param bottom values, at least 0 each
   * @param levels coarse levels first: per level the members of every group
   */
  public static double[] round(double[] bottom, List<int[][]> levels) {
    double[] whole = new double[bottom.length];
    int[] every = new int[bottom.length];
    Arrays.setAll(every, i -> i);
    int[][] groups = {every};
    double[] totals = {StrictMath.rint(sum(bottom, every))};
    for (int[][] level : levels) {
      int[] parents = parents(level, groups, bottom.length);
      if (parents.length == 0) {
        continue;
      }
      double[] next = new double[level.length];
      for (int parent = 0; parent < groups.length; parent++) {
        int[] children = positions(parents, parent);
        double[] sums = new double[children.length];
        Arrays.setAll(sums, i -> sum(bottom, level[children[i]]));
        double[] shares = LargestRemainder.allocate(sums, totals[parent]);
        for (int i = 0; i < children.length; i++) {
          next[children[i]] = shares[i];
        }
      }
      groups = level;
      totals = next;
    }
    for (int g = 0; g < groups.length; g++) {
      int[] members = groups[g];
      double[] values = new double[members.length];
      Arrays.setAll(values, i -> bottom[members[i]]);
      double[] shares = LargestRemainder.allocate(values, totals[g]);
      for (int i = 0; i < members.length; i++) {
        whole[members[i]] = shares[i];
      }
    }
    return whole;
  }

  /** The group of the level before to which each group belongs; empty if it belongs to several. */
  private static int[] parents(int[][] level, int[][] before, int bottom) {
    int[] owner = new int[bottom];
    Arrays.fill(owner, -1);
    for (int g = 0; g < before.length; g++) {
      for (int member : before[g]) {
        owner[member] = g;
      }
    }
    int covered = 0;
    int[] parents = new int[level.length];
    for (int g = 0; g < level.length; g++) {
      for (int member : level[g]) {
        if (owner[member] < 0 || owner[member] != owner[level[g][0]]) {
          return new int[0];
        }
        covered++;
      }
      parents[g] = level[g].length == 0 ? -1 : owner[level[g][0]];
    }
    return covered == bottom ? parents : new int[0];
  }

  private static int[] positions(int[] values, int wanted) {
    int[] found = new int[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        found[n++] = i;
      }
    }
    return Arrays.copyOf(found, n);
  }

  private static double sum(double[] values, int[] members) {
    double sum = 0;
    for (int member : members) {
      sum += values[member];
    }
    return sum;
  }
}
