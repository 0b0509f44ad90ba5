package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Finds the allowed set of candidates that takes the most off a cart. Candidates that cannot
 * influence each other are separated first; what stays together is searched by {@link
 * ComponentSearch}. Exclusive candidates are compared, each alone, with the rest. For one thread.
 */
final class BestSearch {
  private final ComponentSearch component = new ComponentSearch();
  private boolean[] marked = new boolean[16];
  private int[] parent = new int[16];
  private int[] members = new int[16];
  private int[] localGroup = new int[16];
  private int[] groupSeen = new int[0];
  private int[] groupNumber = new int[0];
  private int generation;
  private int groups;
  private int[] owner = new int[256];
  private long[] most = new long[256];
  private boolean disputed;

  void choose(
      OfferSet set,
      CartState cart,
      Candidates candidates,
      Foreign foreign,
      int limit,
      Choice choice) {
    choice.clear(candidates);
    int n = prepare(set, cart, candidates);
    connect(cart, candidates, n);
    long total = 0;
    long bound = 0;
    int taken = 0;
    if (!disputed) {
      for (int i = 0; i < n; i++) {
        marked[members[i]] = true;
        total += candidates.own[members[i]];
      }
      taken = n;
      bound = total;
    } else {
      component.open(set, cart, candidates, foreign, limit);
      for (int i = 0; i < n; i++) {
        int root = members[i];
        if (parent[root] == root) {
          component.solve(this, root, n);
          total += component.total;
          bound += component.bound;
          taken += component.count;
        }
      }
    }
    bound = exclusive(set, candidates, total, taken, bound);
    choice.take(candidates, marked);
    choice.optimal = component.exhausted ? bound <= value(candidates, choice, total) : true;
    choice.bound = choice.optimal ? 0 : bound;
  }

  private static long value(Candidates candidates, Choice choice, long total) {
    return choice.count == 1 && candidates.exclusive(choice.slots[0])
        ? candidates.own[choice.slots[0]]
        : total;
  }

  private int prepare(OfferSet set, CartState cart, Candidates candidates) {
    int slots = candidates.count;
    if (marked.length < slots) {
      int more = candidates.offer.length;
      marked = new boolean[more];
      parent = new int[more];
      members = new int[more];
      localGroup = new int[more];
    }
    if (groupSeen.length < set.groupCount) {
      groupSeen = new int[set.groupCount];
      groupNumber = new int[set.groupCount];
      generation = 0;
    }
    if (++generation == 0) {
      Arrays.fill(groupSeen, 0);
      generation = 1;
    }
    component.exhausted = false;
    groups = 0;
    int n = 0;
    for (int slot = 0; slot < slots; slot++) {
      marked[slot] = false;
      if (candidates.most[slot] > 0 && !candidates.exclusive(slot)) {
        int group = candidates.group[slot];
        if (groupSeen[group] != generation) {
          groupSeen[group] = generation;
          groupNumber[group] = groups++;
        }
        localGroup[slot] = groupNumber[group];
        parent[slot] = slot;
        members[n++] = slot;
      }
    }
    int cells = groups * cart.lines;
    if (owner.length < cells) {
      owner = new int[2 * cells];
      most = new long[2 * cells];
    }
    Arrays.fill(owner, 0, cells, -1);
    Arrays.fill(most, 0, cells, 0);
    return n;
  }

  /** Joins candidates that may influence each other. */
  private void connect(CartState cart, Candidates candidates, int n) {
    disputed = candidates.dependents > 0;
    for (int i = 0; i < n; i++) {
      int slot = members[i];
      if (candidates.dependents > 0) {
        join(members[0], slot);
      }
      int row = localGroup[slot] * cart.lines;
      for (int w = 0; w < cart.words; w++) {
        for (long m = candidates.mask[slot * cart.words + w]; m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          int cell = row + line;
          most[cell] = Math.max(most[cell], candidates.wanted[slot * cart.lines + line]);
          if (owner[cell] < 0) {
            owner[cell] = slot;
          } else {
            join(owner[cell], slot);
          }
        }
      }
    }
    if (groups > 1) {
      joinWhereFloorsBind(cart);
    }
  }

  private void joinWhereFloorsBind(CartState cart) {
    for (int line = 0; line < cart.lines; line++) {
      long sum = 0;
      boolean binds = false;
      for (int group = 0; group < groups && !binds; group++) {
        sum += most[group * cart.lines + line];
        binds = sum > cart.room[line] || sum < 0;
      }
      if (binds) {
        joinLine(cart, line);
      }
    }
  }

  private void joinLine(CartState cart, int line) {
    int first = -1;
    for (int group = 0; group < groups; group++) {
      int slot = owner[group * cart.lines + line];
      if (slot >= 0) {
        if (first >= 0) {
          join(first, slot);
        }
        first = slot;
      }
    }
  }

  private void join(int a, int b) {
    int first = root(a);
    int second = root(b);
    if (first != second) {
      disputed = true;
      parent[Math.max(first, second)] = Math.min(first, second);
    }
  }

  int root(int slot) {
    int at = slot;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  int member(int i) {
    return members[i];
  }

  int groupOf(int slot) {
    return localGroup[slot];
  }

  int groups() {
    return groups;
  }

  void mark(int slot) {
    marked[slot] = true;
  }

  private long exclusive(OfferSet set, Candidates candidates, long total, int taken, long bound) {
    long best = total;
    int best1 = -1;
    long most = bound;
    for (int slot = 0; candidates.exclusives > 0 && slot < candidates.count; slot++) {
      if (!candidates.exclusive(slot) || candidates.own[slot] == 0) {
        continue;
      }
      long own = candidates.own[slot];
      most = Math.max(most, own);
      boolean better =
          own > best
              || (own == best
                  && (best1 < 0
                      ? taken > 1
                          || (taken == 1 && rank(set, candidates, slot) < single(set, candidates))
                      : rank(set, candidates, slot) < rank(set, candidates, best1)));
      if (better) {
        best = own;
        best1 = slot;
      }
    }
    if (best1 >= 0) {
      Arrays.fill(marked, 0, candidates.count, false);
      marked[best1] = true;
    }
    return most;
  }

  private int single(OfferSet set, Candidates candidates) {
    for (int slot = 0; slot < candidates.count; slot++) {
      if (marked[slot]) {
        return rank(set, candidates, slot);
      }
    }
    return -1;
  }

  private static int rank(OfferSet set, Candidates candidates, int slot) {
    return set.ranks[candidates.offer[slot]];
  }
}
