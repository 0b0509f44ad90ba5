package souk.demand.lib.pooled.boost;

/**
 * A binary tree in arrays: node i asks one feature; a negative child −k−1 is leaf k. Immutable once
 * grown.
 */
final class Tree {
  final int[] feature;
  final int[] bin;
  final float[] threshold;
  final boolean[] missingLeft;
  final int[] left;
  final int[] right;
  final float[] factor;

  /**
   * @param nodes number of splits
   */
  Tree(int nodes) {
    feature = new int[nodes];
    bin = new int[nodes];
    threshold = new float[nodes];
    missingLeft = new boolean[nodes];
    left = new int[nodes];
    right = new int[nodes];
    factor = new float[nodes + 1];
  }

  /** What the leaf of these raw values multiplies a prediction by. */
  float factor(float[] values) {
    int node = feature.length == 0 ? -1 : 0;
    while (node >= 0) {
      float value = values[feature[node]];
      boolean goesLeft = Float.isNaN(value) ? missingLeft[node] : value <= threshold[node];
      node = goesLeft ? left[node] : right[node];
    }
    return factor[-node - 1];
  }

  /** The same for a row of bins. */
  float factor(byte[][] columns, int row) {
    int node = feature.length == 0 ? -1 : 0;
    while (node >= 0) {
      int value = columns[feature[node]][row];
      boolean goesLeft = value == 0 ? missingLeft[node] : value <= bin[node];
      node = goesLeft ? left[node] : right[node];
    }
    return factor[-node - 1];
  }
}
