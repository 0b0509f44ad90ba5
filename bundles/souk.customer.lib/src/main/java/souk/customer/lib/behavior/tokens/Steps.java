package souk.customer.lib.behavior.tokens;

import java.util.Arrays;

/** A figure as one of a few steps of about equal population. */
final class Steps {
  private final double[] edges;

  private Steps(double[] edges) {
    this.edges = edges;
  }

  /** At most so many steps, from figures of the training part alone. */
  static Steps of(double[] figures, int most) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    double[] edges = new double[Math.max(0, most - 1)];
    int size = 0;
    for (int e = 1; e < most && sorted.length > 0; e++) {
      double edge = sorted[(int) ((long) e * sorted.length / most)];
      if (edge > sorted[0] && (size == 0 || edge > edges[size - 1])) {
        edges[size++] = edge;
      }
    }
    return new Steps(Arrays.copyOf(edges, size));
  }

  int count() {
    return edges.length + 1;
  }

  /** From 0; a figure on an edge belongs to the step above. */
  int step(double figure) {
    int step = 0;
    while (step < edges.length && figure >= edges[step]) {
      step++;
    }
    return step;
  }
}
