package souk.it.harness.sequences;

import java.util.Random;
import souk.learn.api.SequenceTable;
import souk.learn.api.Sequences;

/** Noisy waves of ten features; the target is where the first of them goes next. */
final class Waves {
  static final int STEPS = 30;
  static final int FEATURES = 10;

  private Waves() {}

  static SequenceTable rows(int rows, long seed) {
    Random random = new Random(seed);
    float[][][] figures = new float[rows][STEPS][FEATURES];
    double[] target = new double[rows];
    for (int r = 0; r < rows; r++) {
      double pace = 0.1 + random.nextDouble();
      double phase = 2 * Math.PI * random.nextDouble();
      for (int t = 0; t < STEPS; t++) {
        for (int f = 0; f < FEATURES; f++) {
          figures[r][t][f] =
              (float) (Math.sin(phase + pace * t * (1 + f * 0.1)) + 0.1 * random.nextGaussian());
        }
      }
      target[r] = Math.sin(phase + pace * STEPS);
    }
    return SequenceTable.of(Sequences.ofFigures(figures, FEATURES), target);
  }
}
