package souk.customer.lib.uplift.tree;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Grows trees on two arms, depth first, with histograms of sums per bin. */
final class TreeGrower {
  private final BinnedRows rows;
  private final Sample sample;
  private final TreeRules rules;
  private final double[] left = new double[ArmSums.WIDTH];
  private final double[] right = new double[ArmSums.WIDTH];

  TreeGrower(BinnedRows rows, Sample sample, TreeRules rules) {
    this.rows = rows;
    this.sample = sample;
    this.rules = rules;
  }

  private record Split(int column, int bin, double gain) {
    static final Split NONE = new Split(-1, 0, 0);
  }

  /**
   * @param places rows that decide the splits; reordered
   */
  Tree grow(int[] places, SplittableRandom random) {
    Tree tree = new Tree();
    grow(tree, places, 0, places.length, rules.depth(), random);
    return tree;
  }

  private int grow(
      Tree tree, int[] places, int from, int until, int depth, SplittableRandom random) {
    int node = tree.addLeaf();
    Split split = depth == 0 ? Split.NONE : best(places, from, until, random);
    if (split.column() < 0) {
      return node;
    }
    int middle = divide(places, from, until, split);
    int l = grow(tree, places, from, middle, depth - 1, random);
    int r = grow(tree, places, middle, until, depth - 1, random);
    double threshold = rows.edge(split.column(), split.bin());
    tree.split(node, split.column(), split.bin(), threshold, l, r);
    return node;
  }

  private int divide(int[] places, int from, int until, Split split) {
    byte[] column = rows.column(split.column());
    int[] spare = new int[until - from];
    int kept = from;
    int moved = 0;
    for (int i = from; i < until; i++) {
      int row = places[i];
      if (column[row] <= split.bin()) {
        places[kept++] = row;
      } else {
        spare[moved++] = row;
      }
    }
    System.arraycopy(spare, 0, places, kept, moved);
    return kept;
  }

  private Split best(int[] places, int from, int until, SplittableRandom random) {
    Split best = Split.NONE;
    for (int column : drawn(random)) {
      double[] histogram = histogram(places, from, until, column);
      Split split = best(column, histogram);
      if (split.gain() > best.gain()) {
        best = split;
      }
    }
    return best;
  }

  private int[] drawn(SplittableRandom random) {
    int all = rows.columns();
    int[] order = new int[all];
    Arrays.setAll(order, c -> c);
    int tried = Math.min(rules.tried(), all);
    for (int i = 0; i < tried && tried < all; i++) {
      int j = i + random.nextInt(all - i);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
    return Arrays.copyOf(order, tried);
  }

  private double[] histogram(int[] places, int from, int until, int column) {
    double[] histogram = new double[ArmSums.WIDTH * rows.bins(column)];
    byte[] bins = rows.column(column);
    boolean[] treated = sample.treated();
    double[] target = sample.target();
    double[] weights = sample.weights();
    for (int i = from; i < until; i++) {
      int row = places[i];
      ArmSums.add(histogram, ArmSums.WIDTH * bins[row], treated[row], target[row], weights[row]);
    }
    return histogram;
  }

  private Split best(int column, double[] histogram) {
    double[] all = new double[ArmSums.WIDTH];
    for (int i = 0; i < histogram.length; i++) {
      all[i % ArmSums.WIDTH] += histogram[i];
    }
    Arrays.fill(left, 0);
    Split best = Split.NONE;
    int bins = histogram.length / ArmSums.WIDTH;
    for (int bin = 0; bin < bins - 1; bin++) {
      for (int i = 0; i < ArmSums.WIDTH; i++) {
        left[i] += histogram[ArmSums.WIDTH * bin + i];
        right[i] = all[i] - left[i];
      }
      if (rules.enough(left) && rules.enough(right)) {
        double gain = rules.criterion().gain(left, right, all);
        if (gain > best.gain() + 1e-12) {
          best = new Split(column, bin, gain);
        }
      }
    }
    return best;
  }
}
