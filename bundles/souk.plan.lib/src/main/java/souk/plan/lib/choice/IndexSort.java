package souk.plan.lib.choice;

/** Stable merge sort of indices by a double key, without boxing. */
final class IndexSort {
  private IndexSort() {}

  /** Sorts {@code index[from, to)} by ascending {@code key[index]}; equal keys keep their order. */
  static void ascending(int[] index, int from, int to, double[] key) {
    if (to - from < 2) {
      return;
    }
    sort(index, from, to, key, new int[to - from]);
  }

  private static void sort(int[] index, int from, int to, double[] key, int[] spare) {
    if (to - from <= 12) {
      for (int i = from + 1; i < to; i++) {
        int moving = index[i];
        double k = key[moving];
        int j = i - 1;
        while (j >= from && key[index[j]] > k) {
          index[j + 1] = index[j];
          j--;
        }
        index[j + 1] = moving;
      }
      return;
    }
    int middle = (from + to) >>> 1;
    sort(index, from, middle, key, spare);
    sort(index, middle, to, key, spare);
    if (key[index[middle - 1]] <= key[index[middle]]) {
      return;
    }
    int left = middle - from;
    System.arraycopy(index, from, spare, 0, left);
    int a = 0;
    int b = middle;
    int out = from;
    while (a < left) {
      if (b < to && key[index[b]] < key[spare[a]]) {
        index[out++] = index[b++];
      } else {
        index[out++] = spare[a++];
      }
    }
  }
}
