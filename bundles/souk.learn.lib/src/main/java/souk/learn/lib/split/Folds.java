package souk.learn.lib.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import souk.numeric.lib.Order;

/** Divides rows into folds. */
public final class Folds {
  private Folds() {}

  /**
   * Each row is judged once; rows of equal stratum are spread evenly over the folds.
   *
   * @param stratum of each row
   * @param folds at least 2, at most as many as rows
   * @param seed same seed, same folds
   */
  public static List<Fold> stratified(int[] stratum, int folds, long seed) {
    check(stratum.length, folds);
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int row = 0; row < stratum.length; row++) {
      groups.computeIfAbsent(stratum[row], s -> new ArrayList<>()).add(row);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] foldOf = new int[stratum.length];
    int next = 0;
    for (List<Integer> group : groups.values()) {
      for (int i = group.size(); i > 1; i--) {
        int j = random.nextInt(i);
        int swap = group.get(j);
        group.set(j, group.get(i - 1));
        group.set(i - 1, swap);
      }
      for (int row : group) {
        foldOf[row] = next++ % folds;
      }
    }
    List<Fold> all = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      all.add(fold(foldOf, f));
    }
    return List.copyOf(all);
  }

  /** The same for figures: strata are fifths by size, so that each fold has small and large. */
  public static List<Fold> spread(double[] target, int folds, long seed) {
    int[] order = Order.ascending(target);
    int[] stratum = new int[target.length];
    for (int i = 0; i < order.length; i++) {
      stratum[order[i]] = (int) (5L * i / order.length);
    }
    return stratified(stratum, folds, seed);
  }

  /**
   * Forward in time: what is judged is always later than what is learned from. The first of {@code
   * folds + 1} blocks is never judged; rows of equal time are never divided.
   *
   * @param time of each row, finite
   * @throws IllegalArgumentException if there are not enough distinct times
   */
  public static List<Fold> forward(double[] time, int folds) {
    check(time.length, folds);
    int[] order = Order.ascending(time);
    int n = order.length;
    int[] foldOf = new int[n];
    int block = 0;
    int filled = 0;
    for (int i = 0; i < n; i++) {
      boolean isNewTime = i > 0 && time[order[i]] != time[order[i - 1]];
      if (isNewTime && i >= (long) n * (block + 1) / (folds + 1) && filled > 0) {
        block++;
        filled = 0;
      }
      foldOf[order[i]] = block;
      filled++;
    }
    if (block == 0) {
      throw new IllegalArgumentException(
          "All %d rows have about the same time, so none is later than others."
              .formatted(time.length));
    }
    List<Fold> all = new ArrayList<>();
    for (int f = 1; f <= block; f++) {
      int judged = f;
      Fold whole = fold(foldOf, judged);
      int[] before = Arrays.stream(whole.train()).filter(row -> foldOf[row] < judged).toArray();
      all.add(new Fold(before, whole.test()));
    }
    return List.copyOf(all);
  }

  private static Fold fold(int[] foldOf, int f) {
    int[] test = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == f).toArray();
    int[] train = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] != f).toArray();
    return new Fold(train, test);
  }

  private static void check(int rows, int folds) {
    if (folds < 2 || folds > rows) {
      throw new IllegalArgumentException(
          "%d rows cannot be divided into %d folds; at least 2 folds of 1 row are needed."
              .formatted(rows, folds));
    }
  }
}
