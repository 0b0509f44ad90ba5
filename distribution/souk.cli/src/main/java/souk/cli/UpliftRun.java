package souk.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Nuisance;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.base.BaseFamily;
import souk.customer.lib.uplift.choice.Contest;
import souk.customer.lib.uplift.choice.CrossFit;
import souk.customer.lib.uplift.choice.Placebo;
import souk.customer.lib.uplift.measure.Qini;

/** Learners measured on rows that they have not seen. */
final class UpliftRun {
  private static final int REPLICATES = 1_000;
  private static final int PLACEBO_REPLICATES = 500;

  private final Trial trial;
  private final Folds folds;
  private final long seed;
  private List<UpliftLearner> learners = List.of();
  private List<CrossFit> answers = List.of();
  private List<Qini> figures = List.of();
  private Contest contest;

  UpliftRun(Trial trial, int folds, long seed) {
    this.trial = trial;
    this.folds = Folds.of(trial, folds, seed);
    this.seed = seed;
  }

  void compare(List<UpliftLearner> all) {
    ProgressBar bar = ProgressBar.onErrorStream("Learning");
    AtomicInteger done = new AtomicInteger();
    learners = all;
    answers =
        all.parallelStream()
            .map(
                learner -> {
                  CrossFit fit = CrossFit.of(trial, folds, learner, seed);
                  synchronized (bar) {
                    bar.show(100.0 * done.incrementAndGet() / all.size(), "", -1, learner.id());
                  }
                  return fit;
                })
            .toList();
    figures =
        answers.parallelStream().map(fit -> Qini.of(trial, fit.rank(), REPLICATES, seed)).toList();
    contest = Contest.of(trial, folds, answers);
    bar.done("%d learners, %d parts".formatted(all.size(), folds.count()));
  }

  List<UpliftLearner> learners() {
    return learners;
  }

  Qini figures(int learner) {
    return figures.get(learner);
  }

  int best() {
    return contest.best();
  }

  UpliftLearner bestLearner() {
    return learners.get(contest.best());
  }

  /** Answers of the learner that the other parts chose. */
  CrossFit chosen() {
    return contest.chosen();
  }

  Qini chosenFigures() {
    return Qini.of(trial, contest.chosen().rank(), REPLICATES, seed);
  }

  List<String> choices() {
    return contest.choices().stream().map(c -> learners.get(c).id()).distinct().toList();
  }

  Trial trial() {
    return trial;
  }

  Nuisance expected() {
    return Nuisance.crossFitted(
        trial, BaseFamily.linear().outcome(trial.binary()), folds.count(), seed);
  }

  Placebo placebo(int deals) {
    List<Qini> runs =
        IntStream.range(0, deals)
            .parallel()
            .mapToObj(
                deal ->
                    Placebo.of(
                        trial, bestLearner(), 1, folds.count(), PLACEBO_REPLICATES, seed + deal))
            .flatMap(one -> one.runs().stream())
            .toList();
    return new Placebo(runs);
  }
}
