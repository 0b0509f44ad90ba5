package souk.numeric.lib.boost;

/**
 * What is made small. A prediction is above 0, and gradients are by its logarithm, the score: the
 * mean of counts, the odds of an event, or a figure whose score is the figure itself.
 */
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
  },
  /** Deviance of what is 1 or 0; the prediction is the odds of 1, its logarithm the score. */
  LOGISTIC {
    @Override
    double gradient(double seen, double predicted) {
      return predicted / (1 + predicted) - seen;
    }

    @Override
    double curvature(double seen, double predicted) {
      return predicted / (1 + predicted) / (1 + predicted);
    }

    @Override
    double miss(double seen, double predicted) {
      double share = predicted / (1 + predicted);
      return -StrictMath.log(Math.max(LEAST, seen > 0.5 ? share : 1 - share));
    }
  },
  /** Squared error of any figure; the score is the figure, best brought to deviation 1 before. */
  FIGURE {
    @Override
    double gradient(double seen, double predicted) {
      return StrictMath.log(predicted) - seen;
    }

    @Override
    double curvature(double seen, double predicted) {
      return 1;
    }

    @Override
    double miss(double seen, double predicted) {
      double off = StrictMath.log(predicted) - seen;
      return off * off;
    }
  };

  private static final double SMOOTH = 0.2;
  private static final double LEAST = 1e-12;

  abstract double gradient(double seen, double predicted);

  abstract double curvature(double seen, double predicted);

  /** What growing stops by, where rows are held out. */
  double miss(double seen, double predicted) {
    return Math.abs(predicted - seen);
  }
}
