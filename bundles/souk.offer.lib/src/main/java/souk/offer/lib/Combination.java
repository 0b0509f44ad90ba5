package souk.offer.lib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A choice among offers for one cart: what each would take off per line, and which may stand
 * together. Two offers conflict if one of them is exclusive, or if both are of one stacking group
 * and both take something off the same line. Built once, then read by many threads.
 */
public final class Combination {
  private final long[][] discounts;
  private final long[] caps;
  private final int[] priorities;
  private final boolean[][] conflicts;
  private final boolean[] exclusive;
  private final int[] groups;
  private final int groupCount;

  private Combination(Builder b) {
    this.caps = b.caps;
    this.discounts = b.discounts.toArray(new long[0][]);
    this.priorities = b.priorities.stream().mapToInt(Integer::intValue).toArray();
    int n = discounts.length;
    this.exclusive = new boolean[n];
    this.groups = new int[n];
    Map<String, Integer> groupIndex = new HashMap<>();
    for (int i = 0; i < n; i++) {
      exclusive[i] = b.exclusive.get(i);
      groups[i] = groupIndex.computeIfAbsent(b.groups.get(i), g -> groupIndex.size());
    }
    this.groupCount = groupIndex.size();
    this.conflicts = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean together = !exclusive[i] && !exclusive[j];
        conflicts[i][j] = !together || (groups[i] == groups[j] && overlap(i, j));
        conflicts[j][i] = conflicts[i][j];
      }
    }
  }

  /**
   * @param capsMinor per line, the most that all offers together may take off: gross − floor
   */
  public static Builder builder(long[] capsMinor) {
    return new Builder(capsMinor);
  }

  public int size() {
    return discounts.length;
  }

  public int lines() {
    return caps.length;
  }

  public long cap(int line) {
    return caps[line];
  }

  public long discount(int offer, int line) {
    return discounts[offer][line];
  }

  public int priority(int offer) {
    return priorities[offer];
  }

  public boolean exclusive(int offer) {
    return exclusive[offer];
  }

  /** Number of the stacking group, in [0, {@link #groupCount()}). */
  public int group(int offer) {
    return groups[offer];
  }

  public int groupCount() {
    return groupCount;
  }

  public boolean conflict(int first, int second) {
    return conflicts[first][second];
  }

  /** True if every two of the chosen offers may stand together, and none occurs twice. */
  public boolean allows(int[] chosen) {
    for (int i = 0; i < chosen.length; i++) {
      for (int j = 0; j < i; j++) {
        if (chosen[i] == chosen[j] || conflicts[chosen[i]][chosen[j]]) {
          return false;
        }
      }
    }
    return true;
  }

  /** What a choice takes off in all, caps respected. */
  public long total(int[] chosen) {
    long total = 0;
    for (int line = 0; line < caps.length; line++) {
      long sum = 0;
      for (int offer : chosen) {
        sum = Math.min(caps[line], sum + discounts[offer][line]);
      }
      total += sum;
    }
    return total;
  }

  /**
   * What each chosen offer really takes off per line: in the order given, each its discount as far
   * as the line's cap leaves room.
   */
  public long[][] apply(int[] chosen) {
    long[] room = caps.clone();
    long[][] shares = new long[chosen.length][caps.length];
    for (int k = 0; k < chosen.length; k++) {
      for (int line = 0; line < caps.length; line++) {
        long share = Math.min(room[line], discounts[chosen[k]][line]);
        shares[k][line] = share;
        room[line] -= share;
      }
    }
    return shares;
  }

  /** Puts a choice in order of application: higher priority first, then position. */
  public int[] inOrder(int[] chosen) {
    int[] sorted = chosen.clone();
    for (int i = 1; i < sorted.length; i++) {
      int offer = sorted[i];
      int k = i;
      for (; k > 0 && before(offer, sorted[k - 1]); k--) {
        sorted[k] = sorted[k - 1];
      }
      sorted[k] = offer;
    }
    return sorted;
  }

  /** What an offer takes off by itself, caps respected. */
  long ownTotal(int offer) {
    long total = 0;
    for (int line = 0; line < caps.length; line++) {
      total += Math.min(caps[line], discounts[offer][line]);
    }
    return total;
  }

  /** True if all offers may stand together and no line's cap cuts their sum. */
  boolean undisputed() {
    for (int i = 0; i < discounts.length; i++) {
      for (int j = 0; j < i; j++) {
        if (conflicts[i][j]) {
          return false;
        }
      }
    }
    for (int line = 0; line < caps.length; line++) {
      long room = caps[line];
      for (long[] discount : discounts) {
        room -= discount[line];
        if (room < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean before(int first, int second) {
    return priorities[first] > priorities[second]
        || (priorities[first] == priorities[second] && first < second);
  }

  private boolean overlap(int i, int j) {
    for (int line = 0; line < caps.length; line++) {
      if (discounts[i][line] > 0 && discounts[j][line] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Collects offers in the order of their ids; not safe for use by many threads. */
  public static final class Builder {
    private final long[] caps;
    private final List<long[]> discounts = new ArrayList<>();
    private final List<Integer> priorities = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<Boolean> exclusive = new ArrayList<>();

    private Builder(long[] caps) {
      this.caps = caps.clone();
      for (long cap : caps) {
        if (cap < 0) {
          throw new IllegalArgumentException(
              "A line's cap must be at least 0, but is " + cap + ".");
        }
      }
    }

    /**
     * @param discountsMinor per line, each at least 0; kept, must not be changed
     */
    public Builder offer(int priority, String group, boolean alone, long[] discountsMinor) {
      if (discountsMinor.length != caps.length) {
        throw new IllegalArgumentException(
            "An offer has discounts for %d lines, but the cart has %d."
                .formatted(discountsMinor.length, caps.length));
      }
      discounts.add(discountsMinor);
      priorities.add(priority);
      groups.add(group);
      exclusive.add(alone);
      return this;
    }

    public Combination build() {
      return new Combination(this);
    }
  }
}
