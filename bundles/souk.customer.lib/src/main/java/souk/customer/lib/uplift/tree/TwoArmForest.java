package souk.customer.lib.uplift.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Mean of many trees on two arms, each on half of the rows. Honest: one half of those decides the
 * questions, the other the answers (Athey and Imbens, PNAS 113, 2016; Wager and Athey, JASA 113,
 * 2018). Immutable.
 */
public final class TwoArmForest {
  private static final int DEPTH = 8;
  private static final int FEWEST = 10;

  private final List<Tree> trees;

  private TwoArmForest(List<Tree> trees) {
    this.trees = List.copyOf(trees);
  }

  /** Grows a forest; a leaf needs a 400th of the rows of each arm, at least 10. */
  public static TwoArmForest grow(
      double[][] rows, Sample sample, SplitCriterion criterion, int trees, long seed) {
    BinnedRows binned = BinnedRows.of(rows);
    int armRows = Math.max(FEWEST, rows.length / 400);
    int tried = Math.max(1, (binned.columns() + 1) / 2);
    TreeRules rules = new TreeRules(criterion, DEPTH, armRows, tried);
    TreeGrower grower = new TreeGrower(binned, sample, rules);
    SplittableRandom random = new SplittableRandom(seed);
    List<Tree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      SplittableRandom own = random.split();
      int[] order = Shuffle.of(rows.length, own);
      int quarter = rows.length / 4;
      Tree tree = grower.grow(Arrays.copyOf(order, quarter), own);
      int[] answering = Arrays.copyOfRange(order, quarter, 2 * quarter);
      tree.fill(binned, sample, answering, rules, ArmSums::effect);
      grown.add(tree);
    }
    return new TwoArmForest(grown);
  }

  /** The effect at a row of raw values. */
  public double effect(double[] row) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.value(row);
    }
    return sum / trees.size();
  }
}
