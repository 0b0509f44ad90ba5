package souk.offer.lib.compiled;

import java.util.Arrays;

/**
 * Exact search among candidates that influence each other, by depth-first branch and bound.
 * Independent candidates come first, greatest value first, then those on net amounts in order of
 * application. The bound of a node adds to what is taken, per line and stacking group, the greatest
 * want of what may still follow, as far as floors allow, and for each clique of candidates on net
 * amounts the greatest of what they could take off the undiscounted cart. For one thread.
 */
final class ComponentSearch {
  long total;
  long bound;
  int count;

  /** True if the last search ended early. */
  boolean exhausted;

  private final Taking taking = new Taking();
  private OfferSet set;
  private CartState cart;
  private Candidates candidates;
  private Foreign foreign;
  private BestSearch best;
  private long limit;
  private long steps;

  private int size;
  private int firstNet;
  private int words;
  private int[] slot = new int[16];
  private int[] clique = new int[16];
  private long[] cliqueMost = new long[16];
  private long[] conflicts = new long[16];
  private long[] allowed = new long[32];
  private long[] left = new long[32];
  private long[] most = new long[64];
  private long[] lineMore = new long[16];
  private long[] share = new long[16];
  private long[] sums = new long[16];
  private int[] stack = new int[16];
  private int depth;
  private int[] found = new int[16];

  @SuppressWarnings("NullAway.Init") // opened before it solves
  ComponentSearch() {}

  void open(OfferSet offers, CartState state, Candidates all, Foreign others, int stepLimit) {
    set = offers;
    cart = state;
    candidates = all;
    foreign = others;
    limit = stepLimit;
    steps = 0;
  }

  /** Marks the best choice among the members that share a root. */
  void solve(BestSearch search, int root, int members) {
    best = search;
    exhausted = false;
    collect(root, members);
    if (size == 1) {
      total = candidates.own[slot[0]];
      bound = total;
      count = total > 0 ? 1 : 0;
      if (total > 0) {
        best.mark(slot[0]);
      }
      return;
    }
    prepare();
    total = 0;
    count = 0;
    depth = 0;
    sums[0] = 0;
    System.arraycopy(cart.gross, 0, left, 0, cart.lines);
    long root0 = Exact.plus(bound(0), netBound(firstNet));
    visit(0);
    visitNet(firstNet);
    if (steps > limit) {
      exhausted = true;
      bound = Math.max(total, root0);
    } else {
      bound = total;
    }
    for (int i = 0; i < count; i++) {
      best.mark(slot[found[i]]);
    }
  }

  private void collect(int root, int members) {
    if (slot.length < candidates.count) {
      slot = new int[candidates.offer.length];
    }
    size = 0;
    for (int i = 0; i < members; i++) {
      int member = best.member(i);
      if (best.root(member) == root && !candidates.dependent(member)) {
        candidates.fillRow(set, cart, member);
        int k = size++;
        for (; k > 0 && before(member, slot[k - 1]); k--) {
          slot[k] = slot[k - 1];
        }
        slot[k] = member;
      }
    }
    firstNet = size;
    if (candidates.dependents > 0) {
      for (int i = 0; i < candidates.count; i++) {
        int member = candidates.order[i];
        if (candidates.dependent(member)
            && !candidates.exclusive(member)
            && candidates.most[member] > 0) {
          slot[size++] = member;
        }
      }
    }
  }

  private boolean before(int a, int b) {
    return candidates.own[a] != candidates.own[b]
        ? candidates.own[a] > candidates.own[b]
        : rank(a) < rank(b);
  }

  private int rank(int member) {
    return set.ranks[candidates.offer[member]];
  }

  private void prepare() {
    words = (size + 63) >>> 6;
    grow();
    for (int i = 0; i < size; i++) {
      Arrays.fill(conflicts, i * words, (i + 1) * words, 0);
      for (int k = 0; k < i; k++) {
        if (candidates.group[slot[i]] == candidates.group[slot[k]]
            && candidates.overlap(cart, slot[i], slot[k])) {
          conflicts[i * words + (k >>> 6)] |= 1L << k;
          conflicts[k * words + (i >>> 6)] |= 1L << i;
        }
      }
    }
    Arrays.fill(allowed, 0, words, -1L);
    for (int i = firstNet; i < size; i++) {
      clique[i] = cliqueOf(i);
    }
  }

  /** The first clique of earlier candidates on net amounts that all conflict with this one. */
  private int cliqueOf(int i) {
    for (int c = firstNet; c < i; c++) {
      boolean all = true;
      boolean any = false;
      for (int k = firstNet; k < i; k++) {
        if (clique[k] == c) {
          any = true;
          all &= conflict(i, k);
        }
      }
      if (any && all) {
        return c;
      }
    }
    return i;
  }

  private boolean conflict(int i, int k) {
    return (conflicts[i * words + (k >>> 6)] & 1L << k) != 0;
  }

  private void grow() {
    int depths = size + 1;
    if (conflicts.length < size * words) {
      conflicts = new long[2 * size * words];
    }
    if (allowed.length < depths * words) {
      allowed = new long[2 * depths * words];
    }
    if (left.length < depths * cart.lines) {
      left = new long[2 * depths * cart.lines];
    }
    if (sums.length < depths) {
      sums = new long[2 * depths];
      stack = new int[2 * depths];
      found = new int[2 * depths];
      clique = new int[2 * depths];
      cliqueMost = new long[2 * depths];
    }
    if (lineMore.length < cart.lines) {
      lineMore = new long[cart.gross.length];
      share = new long[cart.gross.length];
    }
    if (most.length < best.groups() * cart.lines) {
      most = new long[2 * best.groups() * cart.lines];
    }
  }

  private boolean allowed(int i) {
    return (allowed[depth * words + (i >>> 6)] & 1L << i) != 0;
  }

  private void visit(int from) {
    for (int p = from; p < firstNet; p++) {
      if (!allowed(p)) {
        continue;
      }
      steps += 1 + ((firstNet - p) >>> 6);
      if (steps > limit || hopeless(p)) {
        return;
      }
      push(p);
      int line0 = depth * cart.lines;
      long sum = sums[depth - 1];
      for (int line = 0; line < cart.lines; line++) {
        long before = left[line0 - cart.lines + line];
        long off =
            Math.min(candidates.wanted[slot[p] * cart.lines + line], before - cart.floor[line]);
        left[line0 + line] = before - off;
        sum += off;
      }
      sums[depth] = sum;
      consider(sum);
      visit(p + 1);
      visitNet(firstNet);
      depth--;
    }
  }

  /** True if nothing from here on can be better than the best so far. */
  private boolean hopeless(int p) {
    long net = netBound(firstNet);
    long rest = 0;
    for (int i = p; i < firstNet; i++) {
      rest = allowed(i) ? Exact.plus(rest, candidates.own[slot[i]]) : rest;
    }
    if (worse(Exact.plus(Exact.plus(sums[depth], rest), net))) {
      return true;
    }
    return firstNet - p > 1 && worse(Exact.plus(bound(p), net));
  }

  private boolean worse(long most1) {
    return most1 < total || (most1 == total && depth >= count && total > 0);
  }

  private void visitNet(int from) {
    for (int q = from; q < size; q++) {
      if (!allowed(q)) {
        continue;
      }
      steps += 4;
      if (steps > limit || worse(Exact.plus(sums[depth], netBound(q)))) {
        return;
      }
      push(q);
      int line0 = depth * cart.lines;
      System.arraycopy(left, line0 - cart.lines, left, line0, cart.lines);
      long given = takeNet(q, line0);
      if (given > 0) {
        sums[depth] = sums[depth - 1] + given;
        consider(sums[depth]);
        visitNet(q + 1);
      }
      depth--;
    }
  }

  private long takeNet(int q, int line0) {
    long[] row = Arrays.copyOfRange(left, line0, line0 + cart.lines);
    long given = taking.take(set, cart, candidates, foreign, slot[q], row, share, 0);
    System.arraycopy(row, 0, left, line0, cart.lines);
    return given;
  }

  private void push(int i) {
    int from = depth * words;
    for (int w = 0; w < words; w++) {
      allowed[from + words + w] = allowed[from + w] & ~conflicts[i * words + w];
    }
    stack[depth++] = i;
  }

  /** What independent candidates from {@code p} on can bring the sum to. */
  private long bound(int p) {
    int lines = cart.lines;
    Arrays.fill(most, 0, best.groups() * lines, 0);
    Arrays.fill(lineMore, 0, lines, 0);
    for (int i = p; i < firstNet; i++) {
      if (!allowed(i)) {
        continue;
      }
      int member = slot[i];
      int row = best.groupOf(member) * lines;
      for (int w = 0; w < cart.words; w++) {
        for (long m = candidates.mask[member * cart.words + w]; m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long more =
              Math.min(candidates.wanted[member * lines + line], cart.room[line])
                  - most[row + line];
          if (more > 0) {
            most[row + line] += more;
            lineMore[line] += more;
          }
        }
      }
    }
    long sum = sums[depth];
    for (int line = 0; line < lines; line++) {
      if (lineMore[line] != 0) {
        long room = left[depth * lines + line] - cart.floor[line];
        sum += lineMore[line] < 0 ? room : Math.min(lineMore[line], room);
      }
    }
    return sum;
  }

  /** What candidates on net amounts from {@code q} on can add. */
  private long netBound(int q) {
    if (firstNet == size) {
      return 0;
    }
    long sum = 0;
    Arrays.fill(cliqueMost, firstNet, size, 0);
    for (int i = q; i < size; i++) {
      if (allowed(i)) {
        long more = candidates.most[slot[i]] - cliqueMost[clique[i]];
        if (more > 0) {
          cliqueMost[clique[i]] += more;
          sum = Exact.plus(sum, more);
        }
      }
    }
    return sum;
  }

  private void consider(long sum) {
    if (sum < total || sum == 0) {
      return;
    }
    if (sum == total && (depth > count || (depth == count && !earlier()))) {
      return;
    }
    total = sum;
    count = depth;
    System.arraycopy(stack, 0, found, 0, depth);
  }

  /** True if the ids of the current choice come first in alphabetical order. */
  private boolean earlier() {
    int least = Integer.MAX_VALUE;
    boolean mine = false;
    for (int i = 0; i < depth; i++) {
      int rank = rank(slot[stack[i]]);
      if (rank < least && !contains(found, stack[i])) {
        least = rank;
        mine = true;
      }
      int other = rank(slot[found[i]]);
      if (other < least && !contains(stack, found[i])) {
        least = other;
        mine = false;
      }
    }
    return mine;
  }

  private boolean contains(int[] choice, int member) {
    for (int i = 0; i < depth; i++) {
      if (choice[i] == member) {
        return true;
      }
    }
    return false;
  }
}
