package souk.learn.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.tensorflow.net.NetworkPlan;
import souk.learn.tensorflow.serve.ModelState;
import souk.learn.tensorflow.serve.ServedModels;
import souk.learn.tensorflow.train.Order;
import souk.learn.tensorflow.train.SavedModelFile;
import souk.model.Refusal;

/** Learns and answers; the component around it reads settings. */
final class SequenceWork implements AutoCloseable {
  static final String STRATEGY = "tensorflow-sequences";
  static final String VERSION = "1.0.0";

  private final Natives natives;
  private final ChildTraining training;
  private final Curves curves;
  private final ServedModels models;

  SequenceWork(Natives natives, ChildTraining training, Curves curves, ServedModels models) {
    this.natives = natives;
    this.training = training;
    this.curves = curves;
    this.models = models;
  }

  Optional<Refusal> refuses(SequenceTable table, SequenceTask task) {
    Optional<Refusal> refusal = Orders.refuses(table, task);
    return refusal.isPresent() ? refusal : natives.missing();
  }

  LearnedModel learn(
      SequenceTable table, SequenceTable validation, SequenceTask task, TrainingWatch watch) {
    refuses(table, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Learner %s %s.".formatted(STRATEGY, refusal));
            });
    try (EventFile events = curves.begin(task.network().name().toLowerCase(Locale.ROOT))) {
      Order order = Orders.order(table, validation, task);
      ChildTraining.Outcome outcome = training.train(order, told(watch, events));
      return model(order, outcome);
    } catch (IOException e) {
      throw new UncheckedIOException("The training could not be run: " + e.getMessage(), e);
    }
  }

  private static TrainingWatch told(TrainingWatch watch, EventFile events) {
    return new TrainingWatch() {
      @Override
      public void point(CurvePoint point, int mostEpochs) {
        try {
          events.point(point);
        } catch (IOException e) {
          throw new UncheckedIOException("The curve cannot be written: " + e.getMessage(), e);
        }
        watch.point(point, mostEpochs);
      }

      @Override
      public boolean cancelled() {
        return watch.cancelled();
      }
    };
  }

  private LearnedModel model(Order order, ChildTraining.Outcome outcome) throws IOException {
    ModelState state = new ModelState(order.plan(), outcome.savedModel());
    CurvePoint best = outcome.curve().get(outcome.bestEpoch() - 1);
    Map<String, Double> facts = new HashMap<>();
    facts.put("rows", (double) order.training().rows());
    facts.put("epochs", (double) outcome.curve().size());
    facts.put("bestEpoch", (double) outcome.bestEpoch());
    facts.put("loss", best.loss());
    if (!Double.isNaN(best.validationLoss())) {
      facts.put("validationLoss", best.validationLoss());
    }
    facts.put("servedMaxDiff", servedMaxDiff(order, state, outcome.answers()));
    String step = order.plan().tokens() ? "field" : "feature";
    List<String> columns =
        IntStream.range(0, order.plan().width()).mapToObj(c -> step + "." + c).toList();
    return new LearnedModel(STRATEGY, VERSION, columns, facts, state.bytes())
        .withCurve(outcome.curve());
  }

  /** How far the served model is off what the learned variables answered the same rows. */
  private double servedMaxDiff(Order order, ModelState state, float[] learned) throws IOException {
    String signature =
        order.plan().goal() == NetworkPlan.Aim.NEXT
            ? SavedModelFile.EMBEDDING
            : SavedModelFile.SCORE;
    float[][] served = models.answer(state, () -> state, signature, plan -> order.compared());
    models.forget(state);
    double off = 0;
    int width = served[0].length;
    for (int i = 0; i < learned.length; i++) {
      off = Math.max(off, Math.abs((double) learned[i] - served[i / width][i % width]));
    }
    return off;
  }

  float[][] predict(LearnedModel model, Sequences sequences, SequenceAnswer what) {
    if (!model.learner().equals(STRATEGY)) {
      throw new IllegalArgumentException(
          "Learner %s cannot read a model of %s.".formatted(STRATEGY, model.learner()));
    }
    natives
        .missing()
        .ifPresent(
            refusal -> {
              throw new IllegalStateException("Learner %s %s".formatted(STRATEGY, refusal));
            });
    try {
      return models.answer(
          model,
          () -> ModelState.of(model.state()),
          what.name().toLowerCase(Locale.ROOT),
          plan -> Orders.packed(plan, sequences, new double[0]));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The model of %s cannot be read: %s.".formatted(STRATEGY, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    training.close();
    models.close();
  }
}
