package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Finds the allowed set of candidates that takes the most off a cart. Candidates that another one
 * beats on the same lines are left out, candidates that cannot influence each other are separated;
 * what stays together is searched by {@link PackingSearch} where no floor binds, else by {@link
 * ComponentSearch}. Exclusive candidates are compared, each alone, with the rest. For one thread.
 */
final class BestSearch {
  private final ComponentSearch component = new ComponentSearch();
  private final PackingSearch packing = new PackingSearch();
  private OfferSet set;
  private CartState cart;
  private Candidates candidates;
  private boolean[] marked = new boolean[16];
  private int[] parent = new int[16];
  private int[] members = new int[16];
  private int memberCount;
  private int[] localGroup = new int[16];
  private int[] groupSeen = new int[0];
  private int[] groupNumber = new int[0];
  private int generation;
  private int groups;
  private int[] owner = new int[256];
  private long[] most = new long[256];
  private long binding;
  private boolean disputed;
  private boolean exhausted;

  @SuppressWarnings("NullAway.Init") // set by choose
  BestSearch() {}

  void choose(
      OfferSet offers, CartState state, Candidates all, Foreign foreign, int limit, Choice choice) {
    set = offers;
    cart = state;
    candidates = all;
    choice.clear(all);
    exhausted = false;
    disputed = false;
    collect();
    boolean simple = cart.words == 1 && candidates.dependents == 0;
    if (memberCount > 1 || !simple) {
      findBinding();
      if (simple) {
        leaveOutBeaten();
      }
      connect();
    }
    long total = 0;
    long bound = 0;
    int taken = 0;
    if (!disputed) {
      for (int i = 0; i < memberCount; i++) {
        marked[members[i]] = true;
        total = Exact.plus(total, candidates.own[members[i]]);
      }
      taken = memberCount;
      bound = total;
    } else {
      component.open(set, cart, candidates, foreign, limit);
      long packingSteps = 0;
      for (int i = 0; i < memberCount; i++) {
        int root = members[i];
        if (parent[root] != root) {
          continue;
        }
        if (simple && free(root)) {
          packingSteps += packing.solve(this, limit - packingSteps);
          exhausted |= packingSteps > limit;
          total += packing.best.total;
          bound = Exact.plus(bound, packing.bound);
          taken += packing.best.count;
        } else {
          component.solve(this, root, memberCount);
          exhausted |= component.exhausted;
          total += component.best.total;
          bound = Exact.plus(bound, component.bound);
          taken += component.best.count;
        }
      }
    }
    finish(choice, total, bound, taken);
  }

  private void finish(Choice choice, long total, long bound, int taken) {
    int alone = candidates.exclusives > 0 ? bestAlone(total, taken) : -1;
    long value = total;
    if (alone >= 0) {
      Arrays.fill(marked, 0, candidates.count, false);
      marked[alone] = true;
      value = candidates.own[alone];
    }
    choice.take(candidates, marked);
    choice.optimal = !exhausted || bound <= value;
    choice.bound = choice.optimal ? 0 : bound;
  }

  private void collect() {
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
    groups = 0;
    memberCount = 0;
    for (int slot = 0; slot < slots; slot++) {
      marked[slot] = false;
      parent[slot] = slot;
      if (candidates.most[slot] > 0 && !candidates.exclusive(slot)) {
        int group = candidates.group[slot];
        if (groupSeen[group] != generation) {
          groupSeen[group] = generation;
          groupNumber[group] = groups++;
        }
        localGroup[slot] = groupNumber[group];
        members[memberCount++] = slot;
      }
    }
  }

  /** Lines on which the floor may cut what different groups want together. */
  private void findBinding() {
    int lines = cart.lines;
    int cells = groups * lines;
    binding = 0;
    if (most.length < cells) {
      owner = new int[2 * cells];
      most = new long[2 * cells];
    }
    if (groups < 2) {
      return;
    }
    Arrays.fill(most, 0, cells, 0);
    for (int i = 0; i < memberCount; i++) {
      int slot = members[i];
      int row = localGroup[slot] * lines;
      boolean known = candidates.ready[slot];
      double share = known ? 0 : (double) candidates.off[slot] / candidates.base[slot];
      for (int w = 0; w < cart.words; w++) {
        for (long m = candidates.mask[slot * cart.words + w]; m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long wanted =
              known
                  ? candidates.wanted[slot * lines + line]
                  : (long) (share * cart.gross[line]) + 2;
          if (wanted > most[row + line]) {
            most[row + line] = wanted;
          }
        }
      }
    }
    for (int line = 0; line < lines; line++) {
      if (binds(line)) {
        binding |= 1L << line;
      }
    }
  }

  private boolean binds(int line) {
    long sum = 0;
    int wanting = 0;
    for (int group = 0; group < groups; group++) {
      long wanted = most[group * cart.lines + line];
      if (wanted > 0) {
        wanting++;
        sum = Exact.plus(sum, wanted);
      }
    }
    return wanting > 1 && sum > cart.room[line];
  }

  /**
   * Where no floor binds, one of a group on lines that include those of a better one is useless.
   */
  private void leaveOutBeaten() {
    int kept = 0;
    for (int i = 0; i < memberCount; i++) {
      int slot = members[i];
      boolean beaten = false;
      int k = 0;
      while (k < kept && !beaten) {
        int other = members[k];
        if (localGroup[other] != localGroup[slot]) {
          k++;
        } else if (beats(other, slot)) {
          beaten = true;
        } else if (beats(slot, other)) {
          members[k] = members[--kept];
        } else {
          k++;
        }
      }
      if (!beaten) {
        members[kept++] = slot;
      }
    }
    memberCount = kept;
  }

  /** True if every allowed set with b becomes better by taking a instead. */
  private boolean beats(int a, int b) {
    long lines = candidates.mask[b];
    if ((candidates.mask[a] & ~lines) != 0) {
      return false;
    }
    if ((lines & binding) == 0) {
      return candidates.own[a] > candidates.own[b]
          || (candidates.own[a] == candidates.own[b] && rank(a) < rank(b));
    }
    if (candidates.ready[a] != candidates.ready[b]) {
      return false;
    }
    return candidates.ready[a] ? beatsOnEachLine(a, b) : beatsByMuch(a, b);
  }

  private boolean beatsOnEachLine(int a, int b) {
    int rowA = a * cart.lines;
    int rowB = b * cart.lines;
    boolean more = false;
    for (long m = candidates.mask[b]; m != 0; m &= m - 1) {
      int line = Long.numberOfTrailingZeros(m);
      long room = cart.room[line];
      boolean both = candidates.touches(cart, a, line);
      long difference =
          (both ? Math.min(candidates.wanted[rowA + line], room) : 0)
              - Math.min(candidates.wanted[rowB + line], room);
      if (difference < 0) {
        return false;
      }
      more |= difference > 0 && (m & -m & binding) == 0;
    }
    return more;
  }

  /**
   * Two amounts spread over the same lines: a greater one gives a line at most one minor unit less,
   * so it is better if it gives enough more where no floor binds, its own included.
   */
  private boolean beatsByMuch(int a, int b) {
    if (candidates.mask[a] != candidates.mask[b]
        || candidates.base[a] != candidates.base[b]
        || candidates.off[a] <= candidates.off[b]) {
      return false;
    }
    long free = 0;
    double share = (double) candidates.off[a] / candidates.base[a];
    for (long m = candidates.mask[b] & ~binding; m != 0; m &= m - 1) {
      int line = Long.numberOfTrailingZeros(m);
      free += share * cart.gross[line] + 2 <= cart.room[line] ? cart.gross[line] : 0;
    }
    double more = (double) (candidates.off[a] - candidates.off[b]) * free;
    return more > 2.001 * cart.lines * candidates.base[a];
  }

  /** Joins candidates that may influence each other. */
  private void connect() {
    int lines = cart.lines;
    disputed = candidates.dependents > 0;
    Arrays.fill(owner, 0, groups * lines, -1);
    for (int i = 0; i < memberCount; i++) {
      int slot = members[i];
      if (candidates.dependents > 0) {
        join(members[0], slot);
      }
      int row = localGroup[slot] * lines;
      for (int w = 0; w < cart.words; w++) {
        for (long m = candidates.mask[slot * cart.words + w]; m != 0; m &= m - 1) {
          int cell = row + (w << 6) + Long.numberOfTrailingZeros(m);
          if (owner[cell] < 0) {
            owner[cell] = slot;
          } else {
            join(owner[cell], slot);
          }
        }
      }
    }
    for (int line = 0; line < lines && binding != 0; line++) {
      if ((binding & 1L << line) != 0 && (cart.words == 1 || binds(line))) {
        joinLine(line);
      }
    }
  }

  private void joinLine(int line) {
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

  /** Fills the packing search with a component; false if a floor binds on one of its lines. */
  private boolean free(int root) {
    packing.open(set, candidates);
    for (int i = 0; i < memberCount; i++) {
      int slot = members[i];
      if (root(slot) == root) {
        if ((candidates.mask[slot] & binding) != 0) {
          return false;
        }
        packing.add(slot);
      }
    }
    return true;
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

  /** The exclusive candidate that is better than all others together; −1 if none is. */
  private int bestAlone(long total, int taken) {
    int best = -1;
    long most = total;
    for (int slot = 0; slot < candidates.count; slot++) {
      long own = candidates.own[slot];
      if (!candidates.exclusive(slot) || own == 0 || own < most) {
        continue;
      }
      boolean better = own > most;
      if (!better && best >= 0) {
        better = rank(slot) < rank(best);
      } else if (!better) {
        better = taken > 1 || (taken == 1 && rank(slot) < rank(single()));
      }
      if (better) {
        best = slot;
        most = own;
      }
    }
    return best;
  }

  private int single() {
    int slot = 0;
    while (!marked[slot]) {
      slot++;
    }
    return slot;
  }

  private int rank(int slot) {
    return set.ranks[candidates.offer[slot]];
  }
}
