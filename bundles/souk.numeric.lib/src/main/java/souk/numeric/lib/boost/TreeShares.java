package souk.numeric.lib.boost;

import java.util.List;

/**
 * Shapley values of trees: how much each feature adds to the score of a row, compared with rows of
 * a background (interventional values by one walk per tree and background row; Lundberg et al.,
 * Nature Machine Intelligence 2, 2020). Exact; the shares add up to the score less the mean score
 * of the background.
 */
final class TreeShares {
  private final Tree tree;
  private final float[] row;
  private final float[] other;
  private final double[] shares;
  private final double times;

  /** Per feature: 0 not decided, 1 as in the row, 2 as in the other. */
  private final byte[] decided;

  private TreeShares(Tree tree, float[] row, float[] other, double[] shares, double times) {
    this.tree = tree;
    this.row = row;
    this.other = other;
    this.shares = shares;
    this.times = times;
    this.decided = new byte[row.length];
  }

  static double[] of(List<Tree> trees, float[] row, float[][] background) {
    double[] shares = new double[row.length];
    for (float[] other : background) {
      for (Tree tree : trees) {
        if (tree.feature.length > 0) {
          new TreeShares(tree, row, other, shares, 1.0 / background.length).walk(0, 0, 0);
        }
      }
    }
    return shares;
  }

  /**
   * @param ofRow features decided as in the row
   * @param ofOther features decided as in the other
   */
  private void walk(int node, int ofRow, int ofOther) {
    if (node < 0) {
      leaf(StrictMath.log(tree.factor[-node - 1]), ofRow, ofOther);
      return;
    }
    int feature = tree.feature[node];
    int rowGoes = next(node, row[feature]);
    int otherGoes = next(node, other[feature]);
    if (decided[feature] == 1 || rowGoes == otherGoes) {
      walk(rowGoes, ofRow, ofOther);
    } else if (decided[feature] == 2) {
      walk(otherGoes, ofRow, ofOther);
    } else {
      decided[feature] = 1;
      walk(rowGoes, ofRow + 1, ofOther);
      decided[feature] = 2;
      walk(otherGoes, ofRow, ofOther + 1);
      decided[feature] = 0;
    }
  }

  private int next(int node, float value) {
    boolean goesLeft = Float.isNaN(value) ? tree.missingLeft[node] : value <= tree.threshold[node];
    return goesLeft ? tree.left[node] : tree.right[node];
  }

  private void leaf(double value, int ofRow, int ofOther) {
    double toRow = ofRow == 0 ? 0 : times * value * weight(ofRow - 1, ofOther);
    double toOther = ofOther == 0 ? 0 : times * value * weight(ofRow, ofOther - 1);
    for (int f = 0; f < decided.length; f++) {
      shares[f] += decided[f] == 1 ? toRow : decided[f] == 2 ? -toOther : 0;
    }
  }

  /** a! b! / (a + b + 1)! */
  private static double weight(int a, int b) {
    double weight = 1.0 / (a + b + 1);
    for (int i = 1; i <= b; i++) {
      weight *= (double) i / (a + i);
    }
    return weight;
  }
}
