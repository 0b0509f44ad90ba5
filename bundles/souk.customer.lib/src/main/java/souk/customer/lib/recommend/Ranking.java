package souk.customer.lib.recommend;

import java.util.Arrays;

/**
 * Keeps the best articles offered to it. A higher score is better; equal scores are ordered by
 * lower index, so that the result does not depend on the order of offers. Not safe for threads.
 */
public final class Ranking {
  private final int capacity;
  private final int[] item;
  private final double[] score;
  private int size;

  public Ranking(int capacity) {
    this.capacity = capacity;
    this.item = new int[capacity];
    this.score = new double[capacity];
  }

  /** Offers an article; each at most once. */
  public void offer(int candidate, double value) {
    if (size == capacity) {
      if (capacity == 0 || !better(candidate, value, item[size - 1], score[size - 1])) {
        return;
      }
      size--;
    }
    int at = insertionPoint(candidate, value);
    System.arraycopy(item, at, item, at + 1, size - at);
    System.arraycopy(score, at, score, at + 1, size - at);
    item[at] = candidate;
    score[at] = value;
    size++;
  }

  /** The best articles, best first. */
  public int[] items() {
    return Arrays.copyOf(item, size);
  }

  /** Their scores, falling. */
  public double[] scores() {
    return Arrays.copyOf(score, size);
  }

  private int insertionPoint(int candidate, double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (better(candidate, value, item[middle], score[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static boolean better(int a, double scoreA, int b, double scoreB) {
    return scoreA != scoreB ? scoreA > scoreB : a < b;
  }
}
