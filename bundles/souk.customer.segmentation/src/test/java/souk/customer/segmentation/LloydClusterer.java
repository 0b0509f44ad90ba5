package souk.customer.segmentation;

import java.util.Optional;
import java.util.Random;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Refusal;

/** Plain k-means from random rows, best of ten, so that this room needs no learning bundle. */
class LloydClusterer implements Clusterer {
  private static final int STARTS = 10;

  @Override
  public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
    return Optional.empty();
  }

  @Override
  public Clustering cluster(double[][] rows, ClusteringTask task) {
    Random random = new Random(task.seed());
    Clustering best = null;
    for (int start = 0; start < STARTS; start++) {
      double[][] centroids = new double[task.clusters()][];
      for (int c = 0; c < centroids.length; c++) {
        centroids[c] = rows[random.nextInt(rows.length)].clone();
      }
      Clustering found = improve(rows, centroids, task.maxIterations());
      best = best == null || found.inertia() < best.inertia() ? found : best;
    }
    return best;
  }

  private static Clustering improve(double[][] rows, double[][] start, int maxIterations) {
    double[][] centroids = start;
    int[] assignment = new int[rows.length];
    double inertia = Double.POSITIVE_INFINITY;
    for (int i = 0; i < maxIterations; i++) {
      double sum = 0;
      for (int r = 0; r < rows.length; r++) {
        assignment[r] = nearest(rows[r], centroids);
        sum += squares(rows[r], centroids[assignment[r]]);
      }
      if (sum >= inertia) {
        break;
      }
      inertia = sum;
      centroids = means(rows, assignment, centroids);
    }
    return new Clustering(centroids, assignment, inertia);
  }

  private static double[][] means(double[][] rows, int[] assignment, double[][] before) {
    double[][] means = new double[before.length][before[0].length];
    int[] sizes = new int[before.length];
    for (int r = 0; r < rows.length; r++) {
      sizes[assignment[r]]++;
      for (int k = 0; k < rows[r].length; k++) {
        means[assignment[r]][k] += rows[r][k];
      }
    }
    for (int c = 0; c < means.length; c++) {
      for (int k = 0; k < means[c].length; k++) {
        means[c][k] = sizes[c] == 0 ? before[c][k] : means[c][k] / sizes[c];
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

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
