package souk.numeric.lib.boost;

/**
 * How trees are grown.
 *
 * @param loss what is made small
 * @param trees most trees, at least 0
 * @param leaves most leaves of a tree, at least 2
 * @param learningRate share of each tree's step that is taken, in (0, 1]
 * @param leafRows fewest rows of a leaf
 * @param ridge added to the curvature of a leaf, as a share of the mean curvature of a row
 * @param rowShare share of the rows each tree sees, in (0, 1]
 * @param featureShare share of the features each tree sees, in (0, 1]
 * @param seed same seed, same trees
 */
public record BoostOptions(
    Loss loss,
    int trees,
    int leaves,
    double learningRate,
    int leafRows,
    double ridge,
    double rowShare,
    double featureShare,
    long seed) {
  public BoostOptions {
    if (trees < 0 || leaves < 2 || leafRows < 1) {
      throw new IllegalArgumentException(
          "Boosting needs at least 0 trees of 2 leaves of 1 row, but got %d, %d and %d."
              .formatted(trees, leaves, leafRows));
    }
    if (!isShare(learningRate) || !isShare(rowShare) || !isShare(featureShare) || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "Learning rate (%s), row share (%s) and feature share (%s) must lie in (0, 1], the ridge (%s) must not be negative."
              .formatted(learningRate, rowShare, featureShare, ridge));
    }
  }

  private static boolean isShare(double value) {
    return value > 0 && value <= 1;
  }

  /** The same options with another number of trees. */
  public BoostOptions withTrees(int other) {
    return new BoostOptions(
        loss, other, leaves, learningRate, leafRows, ridge, rowShare, featureShare, seed);
  }
}
