package souk.demand.lib.pooled.boost;

/** Deviance of counts under the log link; gradients are by the logarithm of the prediction. */
public enum Loss {
  /** Variance grows with the mean. */
  POISSON {
    @Override
    double gradient(double seen, double predicted) {
      return predicted - seen;
    }

    @Override
    double curvature(double seen, double predicted) {
      return predicted;
    }
  },
  /** Tweedie of power 1.5: variance grows faster than the mean; zeros are as likely as in sales. */
  TWEEDIE {
    @Override
    double gradient(double seen, double predicted) {
      double root = StrictMath.sqrt(predicted);
      return root - seen / root;
    }

    @Override
    double curvature(double seen, double predicted) {
      double root = StrictMath.sqrt(predicted);
      return (root + seen / root) / 2;
    }
  },
  /** Squared error: the same variance everywhere, so that large sellers decide. */
  SQUARED {
    @Override
    double gradient(double seen, double predicted) {
      return predicted * (predicted - seen);
    }

    @Override
    double curvature(double seen, double predicted) {
      return predicted * predicted;
    }
  },
  /** Absolute error, smoothed near zero: predicts the median, so that rare peaks do not pull. */
  ABSOLUTE {
    @Override
    double gradient(double seen, double predicted) {
      return curvature(seen, predicted) * (1 - seen / predicted);
    }

    @Override
    double curvature(double seen, double predicted) {
      double ratio = 1 - seen / predicted;
      return predicted / StrictMath.sqrt(ratio * ratio + SMOOTH * SMOOTH);
    }
  };

  private static final double SMOOTH = 0.2;

  abstract double gradient(double seen, double predicted);

  abstract double curvature(double seen, double predicted);
}
