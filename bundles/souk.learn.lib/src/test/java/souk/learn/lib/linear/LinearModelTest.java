package souk.learn.lib.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.lib.table.LearningRows;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.Logistic;

class LinearModelTest {
  private static Sample planted(int rows, boolean logistic, double... slopes) {
    Random random = new Random(6);
    double[][] table = new double[rows][slopes.length];
    double[] target = new double[rows];
    for (int r = 0; r < rows; r++) {
      double score = 0.5;
      for (int c = 0; c < slopes.length; c++) {
        table[r][c] = random.nextGaussian();
        score += slopes[c] * table[r][c];
      }
      target[r] =
          logistic
              ? (random.nextDouble() < Logistic.probability(score) ? 1 : 0)
              : score + 0.1 * random.nextGaussian();
    }
    return Sample.of(table, target, new boolean[slopes.length]);
  }

  private static double[] slopes(LinearModel model, int columns) {
    double[] zero = new double[columns];
    double[] slopes = new double[columns];
    for (int c = 0; c < columns; c++) {
      double[] one = zero.clone();
      one[c] = 1;
      slopes[c] = model.score(one) - model.score(zero);
    }
    return slopes;
  }

  @Test
  void findsPlantedSlopes() {
    for (boolean logistic : new boolean[] {false, true}) {
      LinearModel model =
          LinearModel.fit(
              LearningRows.handedOver(planted(20_000, logistic, 1, -2, 0)),
              new LinearOptions(1e-6, 0, logistic));
      assertArrayEquals(new double[] {1, -2, 0}, slopes(model, 3), logistic ? 0.08 : 0.01);
      assertEquals(0.5, model.score(new double[3]), 0.05);
    }
  }

  /** At the optimum the gradient of loss and penalty is 0, or within the LASSO's dead band. */
  @Test
  void holdsTheConditionsOfTheOptimum() {
    Sample sample = planted(500, true, 1, -0.5, 0, 0, 0.05);
    for (double share : new double[] {0, 0.5, 1}) {
      double penalty = 0.02;
      LinearModel model =
          LinearModel.fit(LearningRows.handedOver(sample), new LinearOptions(penalty, share, true));
      double[] slopes = slopes(model, 5);
      for (int c = 0; c < 5; c++) {
        double[] column = column(sample, c);
        double mean = Arrays.stream(column).average().orElseThrow();
        double deviation =
            Math.sqrt(Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum() / 500);
        double gradient = 0;
        for (int r = 0; r < sample.size(); r++) {
          double off = model.predict(sample.rows()[r]) - sample.target()[r];
          gradient += off * (column[r] - mean) / deviation / sample.size();
        }
        double slope = slopes[c] * deviation;
        double pull = gradient + penalty * (1 - share) * slope;
        if (Math.abs(slope) > 1e-12) {
          assertEquals(-penalty * share * Math.signum(slope), pull, 1e-6, "column " + c);
        } else {
          assertTrue(Math.abs(pull) <= penalty * share + 1e-9, "column " + c);
        }
      }
    }
  }

  private static double[] column(Sample sample, int c) {
    return Arrays.stream(sample.rows()).mapToDouble(row -> row[c]).toArray();
  }

  @Test
  void lassoDropsWhatHasNoEffect() {
    LinearModel model =
        LinearModel.fit(
            LearningRows.handedOver(planted(2_000, true, 2, 0, 0, 0)),
            new LinearOptions(0.05, 1, true));
    assertEquals(1, model.used());
  }

  /** A column that tells everything would have an endless slope; the penalty keeps it finite. */
  @Test
  void perfectSeparationStaysFinite() {
    double[][] rows = new double[100][];
    double[] target = new double[100];
    Arrays.setAll(rows, r -> new double[] {r});
    Arrays.setAll(target, r -> r >= 50 ? 1 : 0);
    LinearModel model =
        LinearModel.fit(
            LearningRows.handedOver(Sample.of(rows, target, new boolean[1])),
            new LinearOptions(1e-4, 0, true));
    assertTrue(model.predict(new double[] {99}) > 0.99);
    assertTrue(model.predict(new double[] {0}) < 0.01);
    assertTrue(Double.isFinite(model.score(new double[] {1e12})));
  }

  @Test
  void weightsCountLikeRepeatedRows() {
    Sample once = planted(300, true, 1, 1);
    int[] twice = new int[600];
    Arrays.setAll(twice, i -> i % 300);
    double[] two = new double[300];
    Arrays.fill(two, 2);
    LinearOptions options = new LinearOptions(0.01, 0.3, true);
    double[] row = {0.3, -0.2};
    LinearModel weighted =
        LinearModel.fit(
            LearningRows.handedOver(new Sample(once.rows(), once.target(), two, new boolean[2])),
            options);
    assertEquals(
        LinearModel.fit(LearningRows.handedOver(once.take(twice)), options).predict(row),
        weighted.predict(row),
        1e-9);
  }

  @Test
  void categoriesMissingValuesAndLongTails() throws IOException {
    Random random = new Random(6);
    double[][] rows = new double[6_000][];
    double[] target = new double[rows.length];
    double[] ofKind = {-1, 2, 0};
    for (int r = 0; r < rows.length; r++) {
      double amount = Math.exp(3 * random.nextGaussian());
      int kind = random.nextInt(3);
      boolean gone = random.nextInt(5) == 0;
      double score = 0.7 * Math.log1p(amount) - 1 + ofKind[kind] + (gone ? -2 : 0);
      rows[r] = new double[] {amount, kind, gone ? Double.NaN : random.nextGaussian()};
      target[r] = random.nextDouble() < Logistic.probability(score) ? 1 : 0;
    }
    boolean[] categorical = {false, true, false};
    LinearModel model =
        LinearModel.fit(
            LearningRows.handedOver(Sample.of(rows, target, categorical)),
            new LinearOptions(1e-4, 0, true));
    double base = model.score(new double[] {1, 0, 0});
    assertEquals(3, model.score(new double[] {1, 1, 0}) - base, 0.3);
    assertEquals(-2, model.score(new double[] {1, 0, Double.NaN}) - base, 0.4);
    double tail = model.score(new double[] {Math.E * 20 - 1, 0, 0});
    assertEquals(0.7, tail - model.score(new double[] {19, 0, 0}), 0.1);
    double[] odd = {5, 99, Double.NaN};
    assertEquals(
        model.score(odd) - model.score(new double[] {5, Double.NaN, Double.NaN}), 0, 1e-12);
    assertEquals(model.score(odd), again(model).score(odd));
    double[] parts = model.contributions(odd);
    assertEquals(3, parts.length);
    assertEquals(0, parts[1]);
  }

  private static LinearModel again(LinearModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return LinearModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
