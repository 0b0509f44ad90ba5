package souk.customer.lib.recommend;

import java.util.Arrays;

/**
 * Nearest neighbours of each article by the customers who bought both.
 *
 * <p>{@code sim(i, j) = c_ij / √(n_i · n_j) · c_ij / (c_ij + shrinkage)} where {@code n} counts
 * customers of an article and {@code c} customers of both: the cosine of binary columns, pulled
 * towards 0 where few customers speak for it. Source: Linden, Smith and York, Amazon.com
 * recommendations (2003); shrinkage as in Bell and Koren (2007). Symmetric before the cut to the
 * best neighbours. Immutable, safe for use by many threads.
 */
public final class ItemToItem {
  private final int[][] neighbour;
  private final float[][] similarity;

  private ItemToItem(int[][] neighbour, float[][] similarity) {
    this.neighbour = neighbour;
    this.similarity = similarity;
  }

  /**
   * Counts and keeps the best neighbours; equally similar ones by lower index.
   *
   * @param neighbours how many to keep per article, at least 1
   * @param shrinkage customers, at least 0
   */
  public static ItemToItem of(PurchaseIndex index, int neighbours, double shrinkage) {
    if (neighbours < 1 || !(shrinkage >= 0)) {
      throw new IllegalArgumentException(
          "Neighbours (%d) must be at least 1 and shrinkage (%s) at least 0."
              .formatted(neighbours, shrinkage));
    }
    int items = index.items();
    int[][] neighbour = new int[items][];
    float[][] similarity = new float[items][];
    int[] together = new int[items];
    int[] touched = new int[items];
    for (int i = 0; i < items; i++) {
      int size = countTogether(index, i, together, touched);
      Ranking best = new Ranking(neighbours);
      for (int t = 0; t < size; t++) {
        int j = touched[t];
        double c = together[j];
        together[j] = 0;
        double cosine = c / StrictMath.sqrt((double) index.buyers(i) * index.buyers(j));
        best.offer(j, cosine * c / (c + shrinkage));
      }
      neighbour[i] = best.items();
      similarity[i] = toFloats(best.scores());
    }
    return new ItemToItem(neighbour, similarity);
  }

  /** Per article its neighbours, the most similar first. Shared: must not be changed. */
  public int[][] neighbours() {
    return neighbour;
  }

  /** Similarity of each neighbour, in [0, 1]. Shared: must not be changed. */
  public float[][] similarities() {
    return similarity;
  }

  private static int countTogether(PurchaseIndex index, int i, int[] together, int[] touched) {
    int size = 0;
    for (int b = 0; b < index.buyers(i); b++) {
      int customer = index.buyer(i, b);
      for (int p = index.from(customer); p < index.until(customer); p++) {
        int j = index.item(p);
        if (j != i && together[j]++ == 0) {
          touched[size++] = j;
        }
      }
    }
    Arrays.sort(touched, 0, size);
    return size;
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
