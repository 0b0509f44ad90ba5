package souk.learn.lib.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import souk.learn.lib.boost.TableTrees;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.Logistic;
import souk.numeric.lib.boost.Lanes;
import souk.numeric.lib.boost.Loss;

/** Why one row is answered like this, on a model that is known. */
class OneRowTest {
  private static final double[] SLOPES = {2, -1, 0, 0.5};

  private final Random random = new Random(4);
  private final double[][] others = rows(800);

  private double[][] rows(int count) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, r -> random.doubles(4).map(x -> 4 * x - 2).toArray());
    return rows;
  }

  private static double score(double[] row) {
    double sum = 0;
    for (int c = 0; c < row.length; c++) {
      sum += SLOPES[c] * row[c];
    }
    return sum;
  }

  private static double[] scores(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(OneRowTest::score).toArray();
  }

  /** Of a linear model each column's weight is its slope times its distance from the mean. */
  @Test
  void localSlopesOfALinearModelAreItsOwn() {
    double[] row = {1.5, 1, -1, 1.8};
    LocalSlopes local = LocalSlopes.of(row, others, OneRowTest::scores, 6_000, 1);
    for (int c = 0; c < 4; c++) {
      int column = c;
      double mean = Arrays.stream(others).mapToDouble(o -> o[column]).average().orElseThrow();
      assertEquals(SLOPES[c] * (row[c] - mean), local.weights()[c], 0.25, "column " + c);
    }
    assertTrue(local.fit() > 0.3 && local.fit() <= 1, "fit " + local.fit());
  }

  @Test
  void partialDependenceOfALinearModelIsALine() {
    PartialDependence line = PartialDependence.of(others, 1, 5, OneRowTest::scores);
    double[] values = line.values();
    double[] answers = line.answers();
    for (int i = 1; i < values.length; i++) {
      assertEquals(-1, (answers[i] - answers[i - 1]) / (values[i] - values[i - 1]), 1e-9);
    }
    double[][] same = {{1, 3}, {1, 4}};
    assertArrayEquals(
        new double[] {1}, PartialDependence.of(same, 0, 5, r -> new double[r.length]).values());
  }

  /** What is found really turns the answer, with as few columns as possible. */
  @Test
  void counterfactualsTurnTheAnswer() {
    boolean[] free = {true, true, true, true};
    double[] near = {0.2, 0.1, 0, -1};
    Counterfactual one =
        Counterfactual.of(near, others, free, OneRowTest::scores, 0.5).orElseThrow();
    assertEquals(1, one.changes().size());
    assertTrue(one.answer() >= 0.5);
    double[] changed = near.clone();
    one.changes().forEach(change -> changed[change.column()] = change.to());
    assertEquals(score(changed), one.answer(), 1e-12);
    double[] far = {-2, 2, 0, -2};
    Counterfactual more =
        Counterfactual.of(far, others, free, OneRowTest::scores, 4.5).orElseThrow();
    assertTrue(more.changes().size() > 1 && more.answer() >= 4.5);
    boolean[] fixed = {false, false, true, false};
    assertTrue(Counterfactual.of(far, others, fixed, OneRowTest::scores, 0).isEmpty());
  }

  @Test
  void sharesOfTreesAddUpAndIgnoreWhatDoesNotCount() {
    double[][] table = rows(3_000);
    double[] target =
        Arrays.stream(table)
            .mapToDouble(r -> random.nextDouble() < Logistic.probability(score(r)) ? 1 : 0)
            .toArray();
    Sample sample = Sample.of(table, target, new boolean[4]);
    TableTrees trees =
        TableTrees.fit(sample, TableTrees.standard(Loss.LOGISTIC, 3_000, 1), Lanes.ONE);
    double[][] background = Arrays.copyOf(others, 40);
    double[] row = {1.8, -1.5, 1, 1};
    double[] shares = trees.shares(row, background);
    Function<double[], Double> of = trees::score;
    double mean = Arrays.stream(background).mapToDouble(of::apply).average().orElseThrow();
    assertEquals(trees.score(row) - mean, Arrays.stream(shares).sum(), 1e-4);
    assertTrue(shares[0] > 1 && shares[1] > 0.5, Arrays.toString(shares));
    assertTrue(Math.abs(shares[2]) < 0.5, Arrays.toString(shares));
  }
}
