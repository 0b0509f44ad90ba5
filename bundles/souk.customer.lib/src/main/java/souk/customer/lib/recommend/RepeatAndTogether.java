package souk.customer.lib.recommend;

import java.util.Arrays;

/**
 * Recommends what a customer buys again and what is bought together with it.
 *
 * <p>With the decayed order weights {@code w_i} of the customer's articles and weight 1 for those
 * in the basket,
 *
 * <pre>score(j) = (repeatWeight · w_j + Σ_i w_i · sim(i, j)) · popularity_j ^ popularityExponent
 * </pre>
 *
 * where {@code sim} are the kept neighbours of {@link ItemToItem} and popularity is the decayed
 * number of orders. Articles that the score does not reach follow by popularity, so that a list is
 * as long as asked wherever the assortment allows. Articles in the basket are left out. Holds no
 * state beyond the arrays, which are shared and must not be changed; safe for use by many threads.
 */
public final class RepeatAndTogether {
  private final double[] popularity;
  private final int[][] neighbours;
  private final float[][] similarities;
  private final double repeatWeight;
  private final double popularityExponent;

  /**
   * @param popularity per article, at least 0; articles of 0 are not recommended for popularity
   * @param neighbours per article the indices of similar articles
   * @param similarities of each neighbour, at least 0
   * @param repeatWeight at least 0
   * @param popularityExponent in [0, 1]
   */
  public RepeatAndTogether(
      double[] popularity,
      int[][] neighbours,
      float[][] similarities,
      double repeatWeight,
      double popularityExponent) {
    this.popularity = popularity;
    this.neighbours = neighbours;
    this.similarities = similarities;
    this.repeatWeight = repeatWeight;
    this.popularityExponent = popularityExponent;
  }

  /**
   * The best articles, best first.
   *
   * @param history indices of articles bought before
   * @param weights of each of them, greater than 0
   * @param basket indices of articles at hand
   * @param limit most articles in the answer
   */
  public Recommended[] best(int[] history, float[] weights, int[] basket, int limit) {
    Scores scores = new Scores(popularity.length);
    for (int h = 0; h < history.length; h++) {
      scores.repeat[history[h]] = repeatWeight * weights[h];
      addNeighbours(history[h], weights[h], scores);
    }
    for (int b : basket) {
      scores.basket[b] = true;
      addNeighbours(b, 1, scores);
    }
    Ranking ranking = new Ranking(limit);
    for (int j = 0; j < popularity.length; j++) {
      double base = scores.repeat[j] + scores.together[j];
      if (base > 0 && !scores.basket[j]) {
        double score = base * StrictMath.pow(popularity[j], popularityExponent);
        if (score > 0) {
          ranking.offer(j, score);
        }
      }
    }
    return fill(ranking, scores, limit);
  }

  private void addNeighbours(int i, double weight, Scores scores) {
    for (int n = 0; n < neighbours[i].length; n++) {
      int j = neighbours[i][n];
      double part = weight * similarities[i][n];
      scores.together[j] += part;
      if (part > scores.strongest[j]) {
        scores.strongest[j] = part;
        scores.because[j] = i;
      }
    }
  }

  private Recommended[] fill(Ranking ranking, Scores scores, int limit) {
    int[] chosen = ranking.items();
    double[] values = ranking.scores();
    Recommended[] list = new Recommended[limit];
    boolean[] taken = scores.basket;
    for (int r = 0; r < chosen.length; r++) {
      int j = chosen[r];
      taken[j] = true;
      list[r] =
          scores.repeat[j] >= scores.together[j]
              ? new Recommended(j, values[r], Recommended.Why.BOUGHT_BEFORE, j)
              : new Recommended(j, values[r], Recommended.Why.BOUGHT_TOGETHER, scores.because[j]);
    }
    Ranking popular = new Ranking(limit - chosen.length);
    for (int j = 0; j < popularity.length; j++) {
      if (!taken[j] && popularity[j] > 0) {
        popular.offer(j, popularity[j]);
      }
    }
    int size = chosen.length;
    for (int j : popular.items()) {
      list[size++] = new Recommended(j, 0, Recommended.Why.POPULAR, -1);
    }
    return Arrays.copyOf(list, size);
  }

  private static final class Scores {
    final double[] repeat;
    final double[] together;
    final double[] strongest;
    final int[] because;
    final boolean[] basket;

    Scores(int items) {
      repeat = new double[items];
      together = new double[items];
      strongest = new double[items];
      because = new int[items];
      basket = new boolean[items];
    }
  }
}
