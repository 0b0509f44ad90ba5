package souk.numeric.lib.boost;

import java.nio.ByteBuffer;

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

  /** Bytes that {@link #write} takes. */
  int bytes() {
    return Integer.BYTES + feature.length * (4 * Integer.BYTES + 1) + factor.length * Float.BYTES;
  }

  /** Writes what predictions need; bins are needed while growing only. */
  void write(ByteBuffer out) {
    out.putInt(feature.length);
    for (int node = 0; node < feature.length; node++) {
      out.putInt(feature[node]);
      out.putFloat(threshold[node]);
      out.put((byte) (missingLeft[node] ? 1 : 0));
      out.putInt(left[node]);
      out.putInt(right[node]);
    }
    for (float value : factor) {
      out.putFloat(value);
    }
  }

  /**
   * @param features number of features it may ask
   * @throws IllegalArgumentException if the bytes are no tree
   */
  static Tree read(ByteBuffer in, int features) {
    int nodes = in.getInt();
    if (nodes < 0 || nodes > in.remaining() / (4 * Integer.BYTES + 1)) {
      throw new IllegalArgumentException("a tree of %d splits".formatted(nodes));
    }
    Tree tree = new Tree(nodes);
    for (int node = 0; node < nodes; node++) {
      tree.feature[node] = in.getInt();
      tree.threshold[node] = in.getFloat();
      tree.missingLeft[node] = in.get() != 0;
      tree.left[node] = child(in.getInt(), node, nodes);
      tree.right[node] = child(in.getInt(), node, nodes);
      if (tree.feature[node] < 0 || tree.feature[node] >= features) {
        throw new IllegalArgumentException(
            "a split on feature %d of %d".formatted(tree.feature[node], features));
      }
    }
    for (int leaf = 0; leaf <= nodes; leaf++) {
      tree.factor[leaf] = in.getFloat();
    }
    return tree;
  }

  private static int child(int child, int node, int nodes) {
    if (child < -nodes - 1 || (child >= 0 && (child <= node || child >= nodes))) {
      throw new IllegalArgumentException("child %d of split %d".formatted(child, node));
    }
    return child;
  }
}
