package souk.learn.core;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.learn.api.DataFrame;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TunedModel;
import souk.learn.api.Tuning;
import souk.learn.api.TuningPlan;
import souk.learn.lib.ensemble.Blend;
import souk.learn.spi.TabularLearner;

/** Learns from tables with whichever learners are there. */
@Component
@Designate(ocd = TableTuning.Config.class)
public final class TableTuning implements Tuning {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Learning from tables",
      description = "Chooses among learners inside cross-validation.")
  public @interface Config {
    @AttributeDefinition(
        name = "Deadline of a learner (ms)",
        description = "How long one learner may take for one fold.",
        min = "1000",
        max = "86400000")
    long learnerDeadlineMillis() default 300_000;
  }

  private final StrategyRouter router;
  private final Jobs jobs;
  private final long deadlineMillis;

  @Activate
  public TableTuning(@Reference StrategyRouter router, @Reference Jobs jobs, Config config) {
    this.router = router;
    this.jobs = jobs;
    this.deadlineMillis = config.learnerDeadlineMillis();
  }

  @Override
  public TunedModel tune(DataFrame table, TuningPlan plan, Progress progress) {
    return new TableRun(table, plan, jobs).tune(learners(plan.learners()), progress);
  }

  private List<RoutedLearner> learners(List<String> wanted) {
    List<StrategyRef> there = router.strategies(TabularLearner.class);
    for (String name : wanted) {
      if (there.stream().noneMatch(ref -> ref.strategy().equals(name))) {
        throw new IllegalArgumentException(
            "There is no learner %s.%nMaybe one of %s was meant."
                .formatted(name, there.stream().map(StrategyRef::strategy).toList()));
      }
    }
    return there.stream()
        .filter(ref -> wanted.isEmpty() || wanted.contains(ref.strategy()))
        .map(ref -> new RoutedLearner(router, ref, deadlineMillis))
        .toList();
  }

  @Override
  public double[] predict(LearnedModel model, DataFrame table) {
    TableModel read = TableModel.of(model);
    double[][] rows = read.encoding().rows(TableModel.columns(table, read.encoding().columns()));
    LearningTask.Target target =
        read.correction().isEmpty() ? LearningTask.Target.REAL : LearningTask.Target.BINARY;
    List<double[]> answers = new ArrayList<>();
    for (LearnedModel inner : read.inner()) {
      RoutedLearner learner = learners(List.of(inner.learner())).get(0);
      answers.add(learner.predict(inner, rows, target));
    }
    return read.corrected(Blend.of(answers, target == LearningTask.Target.BINARY));
  }
}
