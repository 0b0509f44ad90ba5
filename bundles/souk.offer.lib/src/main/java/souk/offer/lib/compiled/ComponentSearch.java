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
  final Incumbent best = new Incumbent();
  long bound;

  /** True if the last search ended early. */
  boolean exhausted;

  private final Taking taking = new Taking();
  private OfferSet set;
  private CartState cart;
  private Candidates candidates;
  private Foreign foreign;
  private BestSearch search;
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
  void solve(BestSearch owner, int root, int members) {
    search = owner;
    exhausted = false;
    collect(root, members);
    best.open(size);
    for (int i = 0; i < size; i++) {
      best.rank(i, rank(slot[i]));
    }
    if (size == 1) {
      best.push(0);
      best.consider(candidates.own[slot[0]]);
      bound = best.total;
    } else {
      branch();
    }
    for (int i = 0; i < best.count; i++) {
      search.mark(slot[best.found(i)]);
    }
  }

  private void branch() {
    prepare();
    sums[0] = 0;
    System.arraycopy(cart.gross, 0, left, 0, cart.lines);
    long root0 = Exact.plus(bound(0), netBound(firstNet));
    visit(0);
    visitNet(firstNet);
    if (steps > limit) {
      exhausted = true;
      bound = Math.max(best.total, root0);
    } else {
      bound = best.total;
    }
  }

  private void collect(int root, int members) {
    if (slot.length < candidates.count) {
      slot = new int[candidates.offer.length];
    }
    size = 0;
    for (int i = 0; i < members; i++) {
      int member = search.member(i);
      if (search.root(member) == root && !candidates.dependent(member)) {
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
      for (int member = 0; member < candidates.count; member++) {
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
      clique = new int[2 * depths];
      cliqueMost = new long[2 * depths];
    }
    if (lineMore.length < cart.lines) {
      lineMore = new long[cart.gross.length];
      share = new long[cart.gross.length];
    }
    if (most.length < search.groups() * cart.lines) {
      most = new long[2 * search.groups() * cart.lines];
    }
  }

  private boolean allowed(int i) {
    return (allowed[best.depth * words + (i >>> 6)] & 1L << i) != 0;
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
      int line0 = best.depth * cart.lines;
      long sum = sums[best.depth - 1];
      System.arraycopy(left, line0 - cart.lines, left, line0, cart.lines);
      for (int w = 0; w < cart.words; w++) {
        for (long m = candidates.mask[slot[p] * cart.words + w]; m != 0; m &= m - 1) {
          int line = (w << 6) + Long.numberOfTrailingZeros(m);
          long room = left[line0 + line] - cart.floor[line];
          long off = Math.min(candidates.wanted[slot[p] * cart.lines + line], room);
          left[line0 + line] -= off;
          sum += off;
        }
      }
      sums[best.depth] = sum;
      best.consider(sum);
      visit(p + 1);
      visitNet(firstNet);
      best.pop();
    }
  }

  /** True if nothing from here on can be better than the best so far. */
  private boolean hopeless(int p) {
    long net = netBound(firstNet);
    long rest = 0;
    for (int i = p; i < firstNet; i++) {
      rest = allowed(i) ? Exact.plus(rest, candidates.own[slot[i]]) : rest;
    }
    if (best.hopeless(Exact.plus(Exact.plus(sums[best.depth], rest), net))) {
      return true;
    }
    return firstNet - p > 1 && best.hopeless(Exact.plus(bound(p), net));
  }

  private void visitNet(int from) {
    for (int q = from; q < size; q++) {
      if (!allowed(q)) {
        continue;
      }
      steps += 4;
      if (steps > limit || best.hopeless(Exact.plus(sums[best.depth], netBound(q)))) {
        return;
      }
      push(q);
      int line0 = best.depth * cart.lines;
      System.arraycopy(left, line0 - cart.lines, left, line0, cart.lines);
      long given = takeNet(q, line0);
      if (given > 0) {
        sums[best.depth] = sums[best.depth - 1] + given;
        best.consider(sums[best.depth]);
        visitNet(q + 1);
      }
      best.pop();
    }
  }

  private long takeNet(int q, int line0) {
    long[] row = Arrays.copyOfRange(left, line0, line0 + cart.lines);
    long given = taking.take(set, cart, candidates, foreign, slot[q], row, share, 0);
    System.arraycopy(row, 0, left, line0, cart.lines);
    return given;
  }

  private void push(int i) {
    int from = best.depth * words;
    for (int w = 0; w < words; w++) {
      allowed[from + words + w] = allowed[from + w] & ~conflicts[i * words + w];
    }
    best.push(i);
  }

  /** What independent candidates from {@code p} on can bring the sum to. */
  private long bound(int p) {
    int lines = cart.lines;
    Arrays.fill(most, 0, search.groups() * lines, 0);
    Arrays.fill(lineMore, 0, lines, 0);
    for (int i = p; i < firstNet; i++) {
      if (!allowed(i)) {
        continue;
      }
      int member = slot[i];
      int row = search.groupOf(member) * lines;
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
    long sum = sums[best.depth];
    for (int line = 0; line < lines; line++) {
      if (lineMore[line] != 0) {
        long room = left[best.depth * lines + line] - cart.floor[line];
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
}
