package souk.customer.lib.uplift.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A binary tree; a row goes left if its value is missing or not above the threshold. */
final class Tree {
  private static final int LEAF = -1;

  private final List<Node> nodes = new ArrayList<>();

  private static final class Node {
    int column = LEAF;
    int bin;
    double threshold;
    int left;
    int right;
    double value;
  }

  int addLeaf() {
    nodes.add(new Node());
    return nodes.size() - 1;
  }

  void split(int node, int column, int bin, double threshold, int left, int right) {
    Node n = nodes.get(node);
    n.column = column;
    n.bin = bin;
    n.threshold = threshold;
    n.left = left;
    n.right = right;
  }

  int size() {
    return nodes.size();
  }

  double value(double[] row) {
    Node node = nodes.get(0);
    while (node.column != LEAF) {
      double value = row[node.column];
      boolean left = Double.isNaN(value) || value <= node.threshold;
      node = nodes.get(left ? node.left : node.right);
    }
    return node.value;
  }

  double value(BinnedRows rows, int row) {
    Node node = nodes.get(0);
    while (node.column != LEAF) {
      node = nodes.get(rows.bin(node.column, row) <= node.bin ? node.left : node.right);
    }
    return node.value;
  }

  /**
   * Gives each node the value of the rows that reach it; one that too few reach has the value of
   * its parent.
   */
  void fill(
      BinnedRows rows,
      Sample sample,
      int[] places,
      TreeRules rules,
      ToDoubleFunction<double[]> of) {
    double[][] sums = new double[nodes.size()][ArmSums.WIDTH];
    for (int row : places) {
      int at = 0;
      while (true) {
        ArmSums.add(
            sums[at], 0, sample.treated()[row], sample.target()[row], sample.weights()[row]);
        Node node = nodes.get(at);
        if (node.column == LEAF) {
          break;
        }
        at = rows.bin(node.column, row) <= node.bin ? node.left : node.right;
      }
    }
    nodes.get(0).value = rules.enough(sums[0]) ? of.applyAsDouble(sums[0]) : 0;
    for (int at = 0; at < nodes.size(); at++) {
      Node node = nodes.get(at);
      if (node.column != LEAF) {
        for (int child : new int[] {node.left, node.right}) {
          nodes.get(child).value =
              rules.enough(sums[child]) ? of.applyAsDouble(sums[child]) : node.value;
        }
      }
    }
  }
}
