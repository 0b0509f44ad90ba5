package souk.learn.tribuo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import souk.learn.lib.table.Design;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;

/** Learners of scaled figures with a column for each category. */
abstract class DesignLearner extends LabelLearner<Design> {
  private static final int FEWEST = 5;

  DesignLearner(String strategy) {
    super(strategy);
  }

  @Override
  final Design prepare(Sample sample) {
    return Design.of(LearningRows.handedOver(sample), FEWEST);
  }

  @Override
  final double[] ready(Design design, double[] row) {
    return design.apply(row);
  }

  @Override
  final void write(Design design, DataOutputStream out) throws IOException {
    design.write(out);
  }

  @Override
  final Design read(DataInputStream in) throws IOException {
    return Design.read(in);
  }
}
