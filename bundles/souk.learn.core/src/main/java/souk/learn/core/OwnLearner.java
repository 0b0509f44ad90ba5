package souk.learn.core;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import souk.learn.api.LearnedModel;
import souk.learn.api.LearningTask;
import souk.learn.api.TrainingTable;
import souk.learn.lib.ModelBytes;
import souk.learn.lib.table.Sample;
import souk.learn.lib.table.Targets;
import souk.learn.spi.TabularLearner;
import souk.model.Refusal;

/**
 * The frame of the learners that need no other bundle.
 *
 * @param <M> their model
 */
abstract class OwnLearner<M> implements TabularLearner {
  static final String VERSION = "1.0.0";

  private final String strategy;
  private final long form;
  private final int fewestRows;

  OwnLearner(String strategy, long form, int fewestRows) {
    this.strategy = strategy;
    this.form = form;
    this.fewestRows = fewestRows;
  }

  abstract M fit(Sample sample, LearningTask task);

  abstract double answer(M model, double[] row);

  abstract Map<String, Double> facts(M model);

  abstract void write(M model, DataOutputStream out) throws IOException;

  abstract M read(DataInputStream in) throws IOException;

  @Override
  public final Optional<Refusal> refuses(TrainingTable table, LearningTask task) {
    Optional<Refusal> ofTarget =
        switch (task.target()) {
          case BINARY -> Targets.binary(table.target(), table.weights());
          case COUNT -> Targets.counts(table.target());
          case REAL -> Optional.empty();
        };
    return Stream.of(
            Targets.size(table.size(), table.columns().size(), fewestRows),
            Targets.weights(table.weights()),
            ofTarget)
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public final LearnedModel learn(TrainingTable table, LearningTask task) {
    refuses(table, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Learner %s %s.".formatted(strategy, refusal));
            });
    boolean[] categorical = new boolean[table.columns().size()];
    for (int c = 0; c < categorical.length; c++) {
      categorical[c] = table.categorical().contains(table.columns().get(c));
    }
    Sample even = Sample.of(table.rows(), table.target(), categorical);
    Sample sample =
        table
            .weights()
            .map(weights -> new Sample(table.rows(), table.target(), weights, categorical))
            .orElse(even);
    M model = fit(sample, task);
    Map<String, Double> facts = new TreeMap<>(facts(model));
    facts.put("rows", (double) table.size());
    return new LearnedModel(
        strategy,
        VERSION,
        table.columns(),
        facts,
        ModelBytes.write(form, out -> write(model, out)));
  }

  @Override
  public final double[] predict(LearnedModel model, double[][] rows) {
    M read = ModelBytes.read(strategy, model.learner(), model.state(), form, this::read);
    return Arrays.stream(rows).mapToDouble(row -> answer(read, row)).toArray();
  }
}
