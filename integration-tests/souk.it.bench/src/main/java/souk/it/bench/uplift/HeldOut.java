package souk.it.bench.uplift;

import java.util.List;
import java.util.SplittableRandom;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.UpliftLearners;
import souk.customer.lib.uplift.choice.Contest;
import souk.customer.lib.uplift.choice.CrossFit;
import souk.customer.lib.uplift.measure.Qini;
import souk.customer.lib.uplift.tree.Shuffle;

/**
 * Learners chosen and learned on two thirds of the rows, measured on the last third, which decides
 * nothing.
 */
public final class HeldOut {
  private static final int PARTS = 5;
  private static final int REPLICATES = 1_000;

  private final List<UpliftLearner> learners;
  private final List<Qini> crossFitted;
  private final List<Qini> held;
  private final List<double[]> scores;
  private final Trial rest;
  private final int chosen;

  private HeldOut(
      List<UpliftLearner> learners,
      List<Qini> crossFitted,
      List<Qini> held,
      List<double[]> scores,
      Trial rest,
      int chosen) {
    this.learners = learners;
    this.crossFitted = crossFitted;
    this.held = held;
    this.scores = scores;
    this.rest = rest;
    this.chosen = chosen;
  }

  public static HeldOut of(Trial trial, long seed) {
    int[] order = Shuffle.of(trial.size(), new SplittableRandom(seed));
    int third = trial.size() / 3;
    Trial rest = trial.at(java.util.Arrays.copyOf(order, third));
    Trial train = trial.at(java.util.Arrays.copyOfRange(order, third, order.length));
    List<UpliftLearner> learners = UpliftLearners.suiting(trial);
    Folds folds = Folds.of(train, PARTS, seed);
    List<CrossFit> fits =
        learners.parallelStream().map(l -> CrossFit.of(train, folds, l, seed)).toList();
    List<double[]> scores =
        learners.parallelStream().map(l -> l.learn(train, seed).uplift(rest.rows())).toList();
    return new HeldOut(
        learners,
        fits.parallelStream().map(f -> Qini.of(train, f.rank(), REPLICATES, seed)).toList(),
        scores.parallelStream().map(s -> Qini.of(rest, s, REPLICATES, seed)).toList(),
        scores,
        rest,
        Contest.of(train, folds, fits).best());
  }

  public List<UpliftLearner> learners() {
    return learners;
  }

  /** On rows that were learned from in other parts. */
  public Qini crossFitted(int learner) {
    return crossFitted.get(learner);
  }

  /** On rows held out. */
  public Qini held(int learner) {
    return held.get(learner);
  }

  public double[] scores(int learner) {
    return scores.get(learner);
  }

  /** The rows held out. */
  public Trial rest() {
    return rest;
  }

  /** Place of the learner that was chosen without the rows held out. */
  public int chosen() {
    return chosen;
  }
}
