package souk.learn.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import souk.learn.api.Clustering;

/** Rows of figures on their way to Tribuo's clusterers and back. */
final class ClusterRows {
  private ClusterRows() {}

  /**
   * @throws IllegalArgumentException if a figure is not finite
   */
  static MutableDataset<ClusterID> dataset(double[][] rows) {
    ClusteringFactory factory = new ClusteringFactory();
    String[] names =
        IntStream.range(0, rows[0].length).mapToObj("c%05d"::formatted).toArray(String[]::new);
    List<Example<ClusterID>> examples = new ArrayList<>(rows.length);
    for (double[] row : rows) {
      examples.add(
          new ArrayExample<>(factory.getUnknownOutput(), names.clone(), finite(row).clone()));
    }
    return new MutableDataset<>(examples, new SimpleDataSourceProvenance("rows", factory), factory);
  }

  private static double[] finite(double[] row) {
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "A row to be clustered holds %s.\nMaybe a scaler met a constant or an empty column."
                .formatted(value));
      }
    }
    return row;
  }

  /** Each row to the nearest centroid; of equally near ones to the first. */
  static Clustering assign(double[][] rows, double[][] centroids) {
    int[] assignment = new int[rows.length];
    double inertia = 0;
    for (int r = 0; r < rows.length; r++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int c = 0; c < centroids.length; c++) {
        double squares = squares(rows[r], centroids[c]);
        if (squares < nearest) {
          nearest = squares;
          assignment[r] = c;
        }
      }
      inertia += nearest;
    }
    return new Clustering(centroids, assignment, inertia);
  }

  /**
   * Each row where the nearest member is.
   *
   * @param seen rows among which groups were found
   * @param groups places of members in {@code seen}
   */
  static Clustering nearest(double[][] rows, double[][] seen, int[][] groups) {
    int[] assignment = new int[rows.length];
    double[][] centroids = new double[groups.length][rows[0].length];
    int[] sizes = new int[groups.length];
    for (int r = 0; r < rows.length; r++) {
      int own = group(rows[r], seen, groups);
      assignment[r] = own;
      sizes[own]++;
      for (int k = 0; k < rows[r].length; k++) {
        centroids[own][k] += rows[r][k];
      }
    }
    for (int g = 0; g < groups.length; g++) {
      for (int k = 0; k < centroids[g].length; k++) {
        centroids[g][k] /= sizes[g];
      }
    }
    double inertia = 0;
    for (int r = 0; r < rows.length; r++) {
      inertia += squares(rows[r], centroids[assignment[r]]);
    }
    return new Clustering(centroids, assignment, inertia);
  }

  private static int group(double[] row, double[][] seen, int[][] groups) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int g = 0; g < groups.length; g++) {
      for (int member : groups[g]) {
        double squares = squares(row, seen[member]);
        if (squares < least) {
          least = squares;
          nearest = g;
        }
      }
    }
    return nearest;
  }

  private static double squares(double[] one, double[] other) {
    double squares = 0;
    for (int k = 0; k < one.length; k++) {
      squares += (one[k] - other[k]) * (one[k] - other[k]);
    }
    return squares;
  }
}
