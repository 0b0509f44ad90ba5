package souk.learn.tensorflow;

import java.time.Clock;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;
import souk.learn.tensorflow.serve.ServedModels;
import souk.model.Refusal;

/** Networks over sequences: trained by TensorFlow in a process of its own, served here by DJL. */
@Component(
    property = {
      "souk.role=SequenceLearner",
      "souk.strategy=" + SequenceWork.STRATEGY,
      "souk.version=" + SequenceWork.VERSION,
      "souk.family=networks",
      "souk.title=Networks over sequences (TensorFlow)"
    })
@Designate(ocd = TensorFlowSequences.Config.class)
public final class TensorFlowSequences implements SequenceLearner {
  /** Settings. */
  @ObjectClassDefinition(
      name = "Souk: Networks over sequences",
      description = "Trains networks in a process of its own and serves them.")
  public @interface Config {
    @AttributeDefinition(
        name = "Heap of a training (MB)",
        description = "Java heap of the process that trains; TensorFlow's own memory is beside it.",
        min = "64",
        max = "1048576")
    int heapMegabytes() default 1024;

    @AttributeDefinition(
        name = "Memory of a training (MB)",
        description = "Memory of the whole process that trains; 0 does not limit it.",
        min = "0",
        max = "4194304")
    int processMegabytes() default 0;

    @AttributeDefinition(
        name = "Longest training (s)",
        description = "A training that lasts longer is ended.",
        min = "1",
        max = "604800")
    long trainingSeconds() default 3600;

    @AttributeDefinition(
        name = "Models kept loaded (count)",
        description = "How many models stay loaded; the one that rested longest goes first.",
        min = "1",
        max = "1000")
    int loadedModels() default 8;

    @AttributeDefinition(
        name = "Curves kept (count)",
        description = "How many trainings keep their curve as a file for TensorBoard.",
        min = "1",
        max = "100000")
    int keptCurves() default 100;
  }

  private final SequenceWork work;

  @Activate
  public TensorFlowSequences(BundleContext context, Config config) {
    Natives natives = Places.natives(context);
    ChildTraining.Limits limits =
        new ChildTraining.Limits(
            config.heapMegabytes(), config.processMegabytes(), config.trainingSeconds());
    this.work =
        new SequenceWork(
            natives,
            new ChildTraining(natives, Places.scratch(context), limits),
            new Curves(Places.curves(context), config.keptCurves(), Clock.systemUTC()),
            new ServedModels(natives.folder(), Places.scratch(context), config.loadedModels()));
  }

  @Deactivate
  void stop() {
    work.close();
  }

  @Override
  public Optional<Refusal> refuses(SequenceTable table, SequenceTask task) {
    return work.refuses(table, task);
  }

  @Override
  public LearnedModel learn(
      SequenceTable training, SequenceTable validation, SequenceTask task, TrainingWatch watch) {
    return work.learn(training, validation, task, watch);
  }

  @Override
  public float[][] predict(LearnedModel model, Sequences sequences, SequenceAnswer what) {
    return work.predict(model, sequences, what);
  }
}
