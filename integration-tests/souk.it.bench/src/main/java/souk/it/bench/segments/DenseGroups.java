package souk.it.bench.segments;

import souk.customer.lib.segmentation.Grouping;
import souk.learn.api.ClusteringTask;
import souk.learn.tribuo.TribuoHdbscan;

/** HDBSCAN on logarithms of recency, purchases and spend. */
public final class DenseGroups implements Grouping {
  private final int most;
  private final TribuoHdbscan hdbscan;

  public DenseGroups(int most) {
    this.most = most;
    this.hdbscan = new TribuoHdbscan(10, 5_000);
  }

  @Override
  public String id() {
    return "hdbscan-" + most;
  }

  @Override
  public int[] cluster(double[][] rows, long seed) {
    return hdbscan
        .cluster(Grouping.standardised(rows), new ClusteringTask(most, 1, seed))
        .assignment();
  }
}
