package souk.learn.tensorflow;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.SequenceTask.Goal;
import souk.learn.api.SequenceTask.Network;
import souk.learn.api.Sequences;
import souk.learn.spi.SequenceLearner;

/**
 * Tries whether a learner of sequences refuses what nobody can learn. It does not train: that takes
 * a process of its own and seconds, and the engine may be absent.
 */
@Component
public final class SequenceLearnerProbe implements RoleProbe {
  @Override
  public String role() {
    return SequenceLearner.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    if (!(strategy instanceof SequenceLearner learner)) {
      return Optional.of("it is no SequenceLearner but a " + strategy.getClass().getName());
    }
    SequenceTask task = SequenceTask.builder(Goal.BINARY, Network.LSTM, 1).build();
    SequenceTable nothing =
        SequenceTable.of(Sequences.ofFigures(new float[0][][], 1), new double[0]);
    return learner.refuses(nothing, task).isPresent()
        ? Optional.empty()
        : Optional.of("it would learn from no rows");
  }
}
