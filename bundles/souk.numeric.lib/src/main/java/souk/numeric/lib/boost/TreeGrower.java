package souk.numeric.lib.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.numeric.lib.boost.Split.Totals;
import souk.numeric.lib.boost.Split.TreeRules;

/**
 * Grows one tree at a time, always dividing the leaf that gains most. Histograms hold gradient,
 * curvature and count per bin; that of the larger child is the parent's less the smaller one's.
 */
final class TreeGrower {
  private static final double LARGEST_STEP = 3;

  private final BinnedRows rows;
  private final BoostOptions options;
  private final Lanes lanes;
  private final int[] offset;
  private final int width;
  private final int[] index;
  private final int[] spare;
  private final float[] gradients;
  private final float[] curvatures;
  private final List<double[]> unused = new ArrayList<>();

  TreeGrower(BinnedRows rows, BoostOptions options, Lanes lanes) {
    this.rows = rows;
    this.options = options;
    this.lanes = lanes;
    int features = rows.bins().features();
    this.offset = new int[features];
    int at = 0;
    for (int f = 0; f < features; f++) {
      offset[f] = at;
      at += 3 * rows.bins().count(f);
    }
    this.width = at;
    this.index = new int[rows.size()];
    this.spare = new int[rows.size()];
    this.gradients = new float[rows.size()];
    this.curvatures = new float[rows.size()];
  }

  private static final class Leaf {
    final int from;
    final int until;
    final double[] histogram;
    Totals totals = new Totals(0, 0, 0);
    Split split = Split.NONE;
    int parent = -1;
    boolean isLeft;

    Leaf(int from, int until, double[] histogram) {
      this.from = from;
      this.until = until;
      this.histogram = histogram;
    }
  }

  /**
   * @param chosen rows that take part, increasing
   * @param features features that take part
   */
  Tree grow(int[] chosen, int count, int[] features, float[] gradient, float[] curvature) {
    System.arraycopy(chosen, 0, index, 0, count);
    Leaf root = new Leaf(0, count, histogram());
    fill(root, features, gradient, curvature);
    int first = 3 * rows.bins().count(features[0]);
    double[] sums = new double[3];
    for (int i = 0; i < first; i++) {
      sums[i % 3] += root.histogram[offset[features[0]] + i];
    }
    root.totals = new Totals(sums[0], sums[1], sums[2]);
    TreeRules rules =
        new TreeRules(options.leafRows(), options.ridge() * sums[1] / Math.max(1, sums[2]));
    root.split = best(root, features, rules);
    List<Leaf> leaves = new ArrayList<>(List.of(root));
    List<Leaf> parents = new ArrayList<>();
    while (leaves.size() < options.leaves()) {
      int next = 0;
      for (int i = 1; i < leaves.size(); i++) {
        if (leaves.get(i).split.gain() > leaves.get(next).split.gain()) {
          next = i;
        }
      }
      Leaf leaf = leaves.get(next);
      if (!(leaf.split.gain() > 0)) {
        break;
      }
      Leaf[] children = divide(leaf, features, gradient, curvature, rules);
      for (Leaf child : children) {
        child.parent = parents.size();
      }
      children[0].isLeft = true;
      parents.add(leaf);
      leaves.set(next, children[0]);
      leaves.add(children[1]);
    }
    return tree(parents, leaves, rules);
  }

  private Leaf[] divide(
      Leaf leaf, int[] features, float[] gradient, float[] curvature, TreeRules rules) {
    byte[] column = rows.column(leaf.split.feature());
    int bin = leaf.split.bin();
    boolean missingLeft = leaf.split.missingLeft();
    int left = leaf.from;
    int right = 0;
    for (int i = leaf.from; i < leaf.until; i++) {
      int row = index[i];
      int value = column[row];
      if (value == 0 ? missingLeft : value <= bin) {
        index[left++] = row;
      } else {
        spare[right++] = row;
      }
    }
    System.arraycopy(spare, 0, index, left, right);
    boolean leftIsSmaller = left - leaf.from <= right;
    double[] fresh = histogram();
    Leaf small =
        leftIsSmaller ? new Leaf(leaf.from, left, fresh) : new Leaf(left, leaf.until, fresh);
    fill(small, features, gradient, curvature);
    double[] rest = leaf.histogram;
    for (int f : features) {
      int until = offset[f] + 3 * rows.bins().count(f);
      for (int i = offset[f]; i < until; i++) {
        rest[i] -= fresh[i];
      }
    }
    Leaf large = leftIsSmaller ? new Leaf(left, leaf.until, rest) : new Leaf(leaf.from, left, rest);
    double[] sums = new double[3];
    int feature = features[0];
    for (int i = 0; i < 3 * rows.bins().count(feature); i++) {
      sums[i % 3] += fresh[offset[feature] + i];
    }
    small.totals = new Totals(sums[0], sums[1], sums[2]);
    large.totals =
        new Totals(
            leaf.totals.gradient() - sums[0],
            leaf.totals.curvature() - sums[1],
            leaf.totals.count() - sums[2]);
    small.split = best(small, features, rules);
    large.split = best(large, features, rules);
    return leftIsSmaller ? new Leaf[] {small, large} : new Leaf[] {large, small};
  }

  private void fill(Leaf leaf, int[] features, float[] gradient, float[] curvature) {
    int count = leaf.until - leaf.from;
    for (int i = 0; i < count; i++) {
      int row = index[leaf.from + i];
      gradients[i] = gradient[row];
      curvatures[i] = curvature[row];
    }
    lanes.forEach(
        features.length,
        task -> {
          int feature = features[task];
          accumulate(leaf, count, rows.column(feature), offset[feature]);
        });
  }

  private void accumulate(Leaf leaf, int count, byte[] column, int at) {
    double[] histogram = leaf.histogram;
    int from = leaf.from;
    for (int i = 0; i < count; i++) {
      int slot = at + 3 * column[index[from + i]];
      histogram[slot] += gradients[i];
      histogram[slot + 1] += curvatures[i];
      histogram[slot + 2]++;
    }
  }

  private Split best(Leaf leaf, int[] features, TreeRules rules) {
    if (leaf.totals.count() < 2 * rules.leafRows()) {
      return Split.NONE;
    }
    Split best = Split.NONE;
    for (int feature : features) {
      Split split =
          Split.best(
              feature,
              leaf.histogram,
              offset[feature],
              rows.bins().count(feature),
              leaf.totals,
              rules);
      if (split.gain() > best.gain()) {
        best = split;
      }
    }
    return best;
  }

  private Tree tree(List<Leaf> parents, List<Leaf> leaves, TreeRules rules) {
    Tree tree = new Tree(parents.size());
    for (int node = 0; node < parents.size(); node++) {
      Leaf parent = parents.get(node);
      Split split = parent.split;
      tree.feature[node] = split.feature();
      tree.bin[node] = split.bin();
      tree.threshold[node] = rows.bins().edge(split.feature(), split.bin());
      tree.missingLeft[node] = split.missingLeft();
      hang(tree, parent, node);
    }
    for (int k = 0; k < leaves.size(); k++) {
      Leaf leaf = leaves.get(k);
      double step = -leaf.totals.gradient() / (leaf.totals.curvature() + rules.ridge());
      double bounded = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
      tree.factor[k] = (float) StrictMath.exp(options.learningRate() * bounded);
      hang(tree, leaf, -k - 1);
      unused.add(leaf.histogram);
    }
    return tree;
  }

  private static void hang(Tree tree, Leaf leaf, int node) {
    if (leaf.parent >= 0) {
      (leaf.isLeft ? tree.left : tree.right)[leaf.parent] = node;
    }
  }

  private double[] histogram() {
    if (unused.isEmpty()) {
      return new double[width];
    }
    double[] used = unused.remove(unused.size() - 1);
    Arrays.fill(used, 0);
    return used;
  }
}
