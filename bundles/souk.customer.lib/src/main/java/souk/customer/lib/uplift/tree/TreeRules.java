package souk.customer.lib.uplift.tree;

/**
 * How a tree is grown.
 *
 * @param criterion which split is best
 * @param depth most questions from root to leaf
 * @param armRows fewest rows of each arm on each side of a split
 * @param tried columns that each split chooses among, drawn by chance
 */
public record TreeRules(SplitCriterion criterion, int depth, int armRows, int tried) {
  public TreeRules {
    if (depth < 1 || armRows < 1 || tried < 1) {
      throw new IllegalArgumentException(
          "Depth (%d), rows of an arm (%d) and columns tried (%d) must be at least 1."
              .formatted(depth, armRows, tried));
    }
  }

  boolean enough(double[] sums) {
    boolean control = ArmSums.rows(sums, false) >= armRows;
    return control && (criterion == SplitCriterion.VARIANCE || ArmSums.rows(sums, true) >= armRows);
  }
}
