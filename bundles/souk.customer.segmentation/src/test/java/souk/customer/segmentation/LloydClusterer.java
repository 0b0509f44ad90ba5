package souk.customer.segmentation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;

/** Plain k-means, started far apart, so that this room's tests need no learning bundle. */
class LloydClusterer implements Clusterer {
  @Override
  public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
    return Optional.empty();
  }

  @Override
  public Clustering cluster(double[][] rows, ClusteringTask task) {
    double[][] centroids = new double[task.clusters()][];
    centroids[0] = rows[new Random(task.seed()).nextInt(rows.length)].clone();
    for (int c = 1; c < centroids.length; c++) {
      double[][] chosen = Arrays.copyOf(centroids, c);
      centroids[c] =
          Arrays.stream(rows)
              .max((a, b) -> Double.compare(distance(a, chosen), distance(b, chosen)))
              .orElseThrow()
              .clone();
    }
    int[] assignment = new int[rows.length];
    for (int i = 0; i < task.maxIterations(); i++) {
      for (int r = 0; r < rows.length; r++) {
        assignment[r] = nearest(rows[r], centroids);
      }
      centroids = means(rows, assignment, centroids);
    }
    return new Clustering(centroids, assignment, 0);
  }

  private static double[][] means(double[][] rows, int[] assignment, double[][] before) {
    double[][] means = new double[before.length][before[0].length];
    for (int c = 0; c < means.length; c++) {
      int n = 0;
      for (int r = 0; r < rows.length; r++) {
        if (assignment[r] == c) {
          n++;
          for (int k = 0; k < rows[r].length; k++) {
            means[c][k] += rows[r][k];
          }
        }
      }
      for (int k = 0; k < means[c].length; k++) {
        means[c][k] = n == 0 ? before[c][k] : means[c][k] / n;
      }
    }
    return means;
  }

  private static int nearest(double[] row, double[][] centroids) {
    int best = 0;
    for (int c = 1; c < centroids.length; c++) {
      if (squares(row, centroids[c]) < squares(row, centroids[best])) {
        best = c;
      }
    }
    return best;
  }

  private static double distance(double[] row, double[][] centroids) {
    return squares(row, centroids[nearest(row, centroids)]);
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
