package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;

/** What every {@link Clusterer} must keep. Extend it and name your clusterer. */
public abstract class ClustererContract {
  private static final ClusteringTask THREE = new ClusteringTask(3, 100, 17);

  /** The clusterer under test. */
  protected abstract Clusterer subject();

  @Test
  void findsThreePlantedGroups() {
    double[][] rows = plantedRows();
    Clustering found = subject().cluster(rows, THREE);
    Set<Integer> labels = new HashSet<>();
    for (int group = 0; group < 3; group++) {
      int first = found.assignment()[group];
      labels.add(first);
      for (int r = group; r < rows.length; r += 3) {
        assertEquals(first, found.assignment()[r], "row " + r + " left its group");
      }
    }
    assertEquals(3, labels.size());
  }

  @Test
  void answersInTheAgreedShape() {
    double[][] rows = plantedRows();
    Clustering found = subject().cluster(rows, THREE);
    assertEquals(rows.length, found.assignment().length);
    assertEquals(3, found.centroids().length);
    assertTrue(Arrays.stream(found.assignment()).allMatch(c -> c >= 0 && c < 3));
    assertTrue(
        Arrays.stream(found.centroids())
            .flatMapToDouble(Arrays::stream)
            .allMatch(Double::isFinite));
    assertTrue(found.inertia() >= 0 && Double.isFinite(found.inertia()));
  }

  @Test
  void sameSeedSameAnswerAlsoUnderEightThreads() {
    Clusterer clusterer = subject();
    double[][] rows = plantedRows();
    Clustering expected = clusterer.cluster(rows, THREE);
    List<Clustering> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> clusterer.cluster(rows, THREE)).toList();
    for (Clustering answer : answers) {
      assertArrayEquals(expected.assignment(), answer.assignment());
      assertArrayEquals(expected.centroids(), answer.centroids());
      assertEquals(expected.inertia(), answer.inertia());
    }
  }

  @Test
  void leavesItsInputUntouched() {
    double[][] rows = plantedRows();
    subject().cluster(rows, THREE);
    assertArrayEquals(plantedRows(), rows);
  }

  @Test
  void refusesFewerRowsThanClustersWithFigures() {
    String refusal = subject().refuses(2, 2, THREE).orElseThrow().toString();
    assertTrue(refusal.contains("3") && refusal.contains("2"), refusal);
    assertTrue(subject().refuses(300, 2, THREE).isEmpty());
  }

  private static double[][] plantedRows() {
    Random random = new Random(1);
    double[][] rows = new double[300][2];
    for (int r = 0; r < rows.length; r++) {
      rows[r][0] = 10 * (r % 3) + 0.5 * random.nextGaussian();
      rows[r][1] = -6 * (r % 3) + 0.5 * random.nextGaussian();
    }
    return rows;
  }
}
