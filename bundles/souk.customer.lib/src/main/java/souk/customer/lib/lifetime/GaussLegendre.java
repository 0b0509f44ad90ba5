package souk.customer.lib.lifetime;

/** Nodes and weights of Gauss-Legendre quadrature on [0, 1]. */
final class GaussLegendre {
  private final double[] nodes;
  private final double[] weights;

  GaussLegendre(int count) {
    nodes = new double[count];
    weights = new double[count];
    for (int i = 0; i < count; i++) {
      double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (count + 0.5));
      double slope = 1;
      for (int round = 0; round < 100; round++) {
        double[] legendre = legendre(count, x);
        slope = legendre[1];
        double step = legendre[0] / slope;
        x -= step;
        if (Math.abs(step) < 1e-16) {
          break;
        }
      }
      nodes[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
  }

  /** The Legendre polynomial and its derivative by the three-term recurrence. */
  private static double[] legendre(int degree, double x) {
    double before = 1;
    double here = x;
    for (int k = 2; k <= degree; k++) {
      double next = ((2 * k - 1) * x * here - (k - 1) * before) / k;
      before = here;
      here = next;
    }
    return new double[] {here, degree * (x * here - before) / (x * x - 1)};
  }

  int size() {
    return nodes.length;
  }

  double node(int i) {
    return nodes[i];
  }

  double weight(int i) {
    return weights[i];
  }
}
