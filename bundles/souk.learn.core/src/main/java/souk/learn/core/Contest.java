package souk.learn.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.api.TuningPlan;
import souk.learn.lib.split.Fold;
import souk.learn.lib.table.Division;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;
import souk.model.Refusal;

/** Lets learners learn from each fold's training rows and answer the others. */
final class Contest {
  /**
   * How one learner did.
   *
   * @param variant which
   * @param answers per judged row; NaN where it was never judged; empty if it did not answer
   * @param models of the folds
   * @param seconds all took
   * @param refused why it did not answer
   */
  record Entry(
      Variant variant,
      double[] answers,
      List<LearnedModel> models,
      double seconds,
      Optional<String> refused) {}

  private static final double NANOS = 1e9;

  private final List<String> columns;
  private final Sample sample;
  private final LearningTask.Target target;
  private final long seed;
  private final List<Fold> folds;
  private final Jobs jobs;

  Contest(List<String> columns, Sample sample, TuningPlan plan, List<Fold> folds, Jobs jobs) {
    this.columns = columns;
    this.sample = sample;
    this.target =
        plan.question() == TuningPlan.Question.CLASSIFY
            ? LearningTask.Target.BINARY
            : LearningTask.Target.REAL;
    this.seed = plan.seed();
    this.folds = folds;
    this.jobs = jobs;
  }

  private record Part(LearnedModel model, double[] answers, long nanos) {}

  /** Variants in the order given. */
  List<Entry> run(List<Variant> variants, Progress progress) {
    List<Entry> entries = new ArrayList<>();
    for (Variant variant : variants) {
      progress.throwIfCancelled();
      progress.report(entries.size(), variants.size(), "Judging " + variant.name());
      entries.add(entry(variant));
    }
    return entries;
  }

  private Entry entry(Variant variant) {
    double[] answers = new double[sample.size()];
    Arrays.fill(answers, Double.NaN);
    try {
      LearningTask task = variant.task(target, seed);
      for (Fold fold : folds) {
        Optional<Refusal> refusal = variant.learner().refuses(table(learning(fold)), task);
        if (refusal.isPresent()) {
          return new Entry(variant, answers, List.of(), 0, Optional.of(refusal.get().toString()));
        }
      }
      List<Callable<Part>> tasks = new ArrayList<>();
      folds.forEach(fold -> tasks.add(() -> part(variant.learner(), task, fold)));
      List<Part> parts = jobs.parallel(tasks);
      long nanos = 0;
      for (int f = 0; f < parts.size(); f++) {
        int[] test = folds.get(f).test();
        for (int i = 0; i < test.length; i++) {
          answers[test[i]] = parts.get(f).answers()[i];
        }
        nanos += parts.get(f).nanos();
      }
      List<LearnedModel> models = parts.stream().map(Part::model).toList();
      return new Entry(variant, answers, models, nanos / NANOS, Optional.empty());
    } catch (RoutingException e) {
      return new Entry(variant, answers, List.of(), 0, Optional.of("failed: " + e.getMessage()));
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Learning was interrupted.", e);
    } catch (Exception e) {
      throw new IllegalStateException("A worker failed: " + e.getMessage(), e);
    }
  }

  private Part part(RoutedLearner learner, LearningTask task, Fold fold) {
    long begin = System.nanoTime();
    Division division = Division.of(sample, fold.train(), fold.test());
    LearnedModel model = learner.learn(table(division.learning()), task);
    double[] answers = learner.predict(model, division.judged().rows(), task.target());
    return new Part(model, answers, System.nanoTime() - begin);
  }

  /** Learns from all rows. */
  LearnedModel learn(Variant variant) {
    return variant
        .learner()
        .learn(table(LearningRows.handedOver(sample)), variant.task(target, seed));
  }

  private LearningRows learning(Fold fold) {
    return Division.of(sample, fold.train(), fold.test()).learning();
  }

  LearningTask.Target target() {
    return target;
  }

  /** Some rows as learners want them. */
  private TrainingTable table(LearningRows rows) {
    Sample some = rows.sample();
    Set<String> categorical = new TreeSet<>();
    for (int c = 0; c < columns.size(); c++) {
      if (sample.categorical()[c]) {
        categorical.add(columns.get(c));
      }
    }
    return TrainingTable.builder(columns, some.rows(), some.target())
        .categorical(categorical)
        .build();
  }
}
