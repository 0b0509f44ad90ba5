package souk.customer.lib.uplift.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.measure.Qini;
import souk.customer.lib.uplift.tree.Shuffle;

/**
 * The whole measurement again with treatments dealt out anew by chance: nobody's treatment matters
 * then, so that the interval of the Qini should contain 0, nineteen times of twenty.
 *
 * @param runs one measurement per deal
 */
public record Placebo(List<Qini> runs) {
  public Placebo {
    runs = List.copyOf(runs);
  }

  /**
   * @param deals how often, at least 1
   * @param parts of the cross-fit
   * @param replicates of each interval
   */
  public static Placebo of(
      Trial trial, UpliftLearner learner, int deals, int parts, int replicates, long seed) {
    List<Qini> runs = new ArrayList<>();
    for (int deal = 0; deal < deals; deal++) {
      SplittableRandom random = new SplittableRandom(seed + 7919L * (deal + 1));
      int[] order = Shuffle.of(trial.size(), random);
      boolean[] dealt = new boolean[trial.size()];
      for (int r = 0; r < dealt.length; r++) {
        dealt[r] = trial.treated(order[r]);
      }
      Trial placebo = Trial.randomised(trial.rows(), dealt, trial.outcomes());
      Folds folds = Folds.of(placebo, parts, seed + deal);
      CrossFit fit = CrossFit.of(placebo, folds, learner, seed + deal);
      runs.add(Qini.of(placebo, fit.rank(), replicates, seed + deal));
    }
    return new Placebo(runs);
  }

  /** In how many runs the interval contains 0. */
  public int containingZero() {
    return (int) runs.stream().filter(q -> q.area().contains(0)).count();
  }
}
