package souk.learn.api;

/**
 * Rows put into clusters.
 *
 * @param centroids k × columns
 * @param assignment cluster of each row, in [0, k)
 * @param inertia sum of squared distances of the rows to their centroid
 */
public record Clustering(double[][] centroids, int[] assignment, double inertia) {}
