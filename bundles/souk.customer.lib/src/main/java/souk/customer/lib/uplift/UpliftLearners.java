package souk.customer.lib.uplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import souk.customer.lib.uplift.MetaLearner.Recipe;
import souk.customer.lib.uplift.base.BaseFamily;
import souk.customer.lib.uplift.tree.SplitCriterion;

/** The learners that are here. */
public final class UpliftLearners {
  /** Trees of a forest. */
  public static final int TREES = 200;

  /** Ids of those that are enough for most trials. */
  public static final Set<String> USUAL =
      Set.of(
          "two-model-linear",
          "s-learner-linear",
          "x-learner-linear",
          "r-learner-linear",
          "dr-learner-linear",
          "class-transformation-linear",
          "two-model-boosted",
          "dr-learner-boosted",
          "forest-euclidean",
          "forest-t");

  private UpliftLearners() {}

  /** Every recipe with linear and with boosted learners, then a forest of each criterion. */
  public static List<UpliftLearner> all() {
    List<UpliftLearner> all = new ArrayList<>();
    for (BaseFamily family : List.of(BaseFamily.linear(), BaseFamily.boosted())) {
      for (Recipe recipe : Recipe.values()) {
        all.add(new MetaLearner(recipe, family));
      }
    }
    for (SplitCriterion criterion : SplitCriterion.values()) {
      if (criterion != SplitCriterion.VARIANCE) {
        all.add(new UpliftForest(criterion, TREES));
      }
    }
    return all;
  }

  /** Those that can learn from outcomes like these. */
  public static List<UpliftLearner> suiting(Trial trial) {
    return all().stream().filter(l -> trial.binary() || l.anyOutcome()).toList();
  }
}
