package souk.it.bench.shoppers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.learn.lib.split.Fold;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Interval;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

/** Two contenders on the same folds, in turn. */
public final class Course {
  private static final int BINS = 10;

  private final Sessions sessions;
  private final Contender ours;
  private final Contender peer;
  private final List<double[]> aucs = new ArrayList<>();
  private final List<double[]> eces = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private final List<double[]> seconds = new ArrayList<>();
  private Interval lead = new Interval(0, 0, 0);

  public Course(Sessions sessions, Contender ours, Contender peer) {
    this.sessions = sessions;
    this.ours = ours;
    this.peer = peer;
  }

  /** One round over folds: AUC by fold, calibration over all rows that were answered. */
  public void run(List<Fold> folds, int[] columns) throws IOException {
    int rows = folds.stream().mapToInt(fold -> fold.test().length).sum();
    double[] seen = new double[rows];
    double[][] answers = new double[2][rows];
    int at = 0;
    for (Fold fold : folds) {
      double[] bought = sessions.bought(fold.test());
      Contender.Answer first = ours.answer(sessions, fold, columns);
      Contender.Answer second = peer.answer(sessions, fold, columns);
      aucs.add(
          new double[] {
            Ranking.auc(bought, first.probabilities()), Ranking.auc(bought, second.probabilities())
          });
      ratios.add(first.processorSeconds() / second.processorSeconds());
      seconds.add(new double[] {first.processorSeconds(), second.processorSeconds()});
      System.arraycopy(bought, 0, seen, at, bought.length);
      System.arraycopy(first.probabilities(), 0, answers[0], at, bought.length);
      System.arraycopy(second.probabilities(), 0, answers[1], at, bought.length);
      at += bought.length;
    }
    eces.add(
        new double[] {
          Probabilities.ece(seen, answers[0], BINS), Probabilities.ece(seen, answers[1], BINS)
        });
    lead = new Bootstrap(500, 0.95, 1).difference(Ranking::auc, seen, answers[0], answers[1]);
  }

  /** Mean over folds; 0 is ours, 1 the peer. */
  public double auc(int who) {
    return aucs.stream().mapToDouble(one -> one[who]).average().orElse(Double.NaN);
  }

  /** Mean over rounds; 0 is ours, 1 the peer. */
  public double ece(int who) {
    return eces.stream().mapToDouble(one -> one[who]).average().orElse(Double.NaN);
  }

  /** Median over the folds of processor time, ours over the peer's. */
  public double ratio() {
    return median(ratios.stream().mapToDouble(one -> one).toArray());
  }

  /** Median processor seconds of a fold; 0 is ours, 1 the peer. */
  public double seconds(int who) {
    return median(seconds.stream().mapToDouble(one -> one[who]).toArray());
  }

  /** How much higher our AUC is over all rows of the last round. */
  public Interval lead() {
    return lead;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values.length == 0
        ? Double.NaN
        : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }
}
