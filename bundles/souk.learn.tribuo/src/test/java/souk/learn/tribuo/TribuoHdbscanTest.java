package souk.learn.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.testkit.ClustererContract;

class TribuoHdbscanTest extends ClustererContract {
  private static final ClusteringTask TWO = new ClusteringTask(2, 100, 3);

  @Override
  protected Clusterer subject() {
    return new TribuoHdbscan(10, 5_000);
  }

  @Test
  void followsARingThatKMeansCuts() {
    double[][] rows = ring(600);
    int[] dense = subject().cluster(rows, TWO).assignment();
    int[] cut = new TribuoKMeansTest().subject().cluster(rows, TWO).assignment();
    assertEquals(0, mistakes(dense));
    assertTrue(mistakes(cut) > 100, mistakes(cut) + " rows on the wrong side");
  }

  @Test
  void rowsThatWereNotLookedAtGoWhereTheirNeighboursAre() {
    double[][] rows = ring(1_200);
    assertEquals(0, mistakes(new TribuoHdbscan(10, 400).cluster(rows, TWO).assignment()));
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    double[][] rows = ring(100);
    rows[7][0] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> subject().cluster(rows, TWO));
  }

  @Test
  void passesTheProbe() throws Exception {
    assertTrue(new ClustererProbe().probe(subject()).isEmpty());
  }

  /** Even rows in the middle, odd ones around them. */
  private static double[][] ring(int rows) {
    Random random = new Random(2);
    double[][] ring = new double[rows][2];
    for (int r = 0; r < rows; r++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = (r % 2 == 0 ? 0 : 5) + 0.3 * random.nextGaussian();
      ring[r][0] = radius * Math.cos(angle);
      ring[r][1] = radius * Math.sin(angle);
    }
    return ring;
  }

  private static int mistakes(int[] assignment) {
    int mistakes = 0;
    for (int r = 0; r < assignment.length; r++) {
      mistakes += assignment[r] == assignment[r % 2] ? 0 : 1;
    }
    return mistakes;
  }
}
