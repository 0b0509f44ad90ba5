package souk.learn.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;
import souk.testkit.ClustererContract;

class TribuoKMeansTest extends ClustererContract {
  @Override
  protected Clusterer subject() {
    return new TribuoKMeans(config(5));
  }

  @Test
  void equalsTheOptimumOfAllPartitionsOnSmallTables() {
    for (int round = 0; round < 10; round++) {
      double[][] rows = new double[8][2];
      Random random = new Random(round);
      for (double[] row : rows) {
        row[0] = random.nextGaussian();
        row[1] = random.nextGaussian();
      }
      Clustering found =
          new TribuoKMeans(config(50)).cluster(rows, new ClusteringTask(2, 100, round));
      assertEquals(bestOfAllPartitions(rows), found.inertia(), 1e-9);
    }
  }

  @Test
  void moreStartsAreNeverWorse() {
    double[][] rows = new double[200][3];
    Random random = new Random(9);
    for (double[] row : rows) {
      for (int k = 0; k < 3; k++) {
        row[k] = random.nextGaussian();
      }
    }
    ClusteringTask task = new ClusteringTask(6, 100, 1);
    double one = new TribuoKMeans(config(1)).cluster(rows, task).inertia();
    double ten = new TribuoKMeans(config(10)).cluster(rows, task).inertia();
    assertTrue(ten <= one, ten + " after ten starts, " + one + " after one");
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    double[][] rows = {{1}, {2}, {Double.NaN}};
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> subject().cluster(rows, new ClusteringTask(2, 10, 1)));
    assertTrue(refused.getMessage().contains("NaN"));
  }

  @Test
  void passesTheProbeThatACoinFails() throws Exception {
    ClustererProbe probe = new ClustererProbe();
    assertEquals("Clusterer", probe.role());
    assertTrue(probe.probe(subject()).isEmpty());
    Clusterer oneForAll = answering(new int[40]);
    assertTrue(probe.probe(oneForAll).orElseThrow().contains("two groups"));
    assertTrue(probe.probe(answering(new int[3])).orElseThrow().contains("3 of 40"));
  }

  @Test
  void refusesAnImpossibleConfiguration() {
    assertThrows(IllegalArgumentException.class, () -> new TribuoKMeans(config(0)));
  }

  private static double bestOfAllPartitions(double[][] rows) {
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 1; mask < 1 << (rows.length - 1); mask++) {
      best = Math.min(best, spread(rows, mask, 1) + spread(rows, mask, 0));
    }
    return best;
  }

  private static double spread(double[][] rows, int mask, int side) {
    double sum = 0;
    for (int k = 0; k < rows[0].length; k++) {
      double total = 0;
      double squares = 0;
      int n = 0;
      for (int r = 0; r < rows.length; r++) {
        if ((mask >> r & 1) == side) {
          total += rows[r][k];
          squares += rows[r][k] * rows[r][k];
          n++;
        }
      }
      sum += squares - total * total / n;
    }
    return sum;
  }

  private static Clusterer answering(int[] assignment) {
    return new Clusterer() {
      @Override
      public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
        return Optional.empty();
      }

      @Override
      public Clustering cluster(double[][] rows, ClusteringTask task) {
        return new Clustering(new double[2][2], assignment, 0);
      }
    };
  }

  private static TribuoKMeans.Config config(int starts) {
    return new TribuoKMeans.Config() {
      @Override
      public int starts() {
        return starts;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return TribuoKMeans.Config.class;
      }
    };
  }
}
