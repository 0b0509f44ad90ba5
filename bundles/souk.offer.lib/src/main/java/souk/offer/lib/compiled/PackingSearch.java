package souk.offer.lib.compiled;

/**
 * Exact search among candidates of one stacking group on lines where no floor binds: values add up,
 * and two stand together if they share no line. At most 64 lines. For one thread.
 */
final class PackingSearch {
  final Incumbent best = new Incumbent();
  long bound;

  private OfferSet set;
  private Candidates candidates;
  private int size;
  private int[] slot = new int[16];
  private long[] mask = new long[16];
  private long[] own = new long[16];
  private long steps;
  private long limit;

  @SuppressWarnings("NullAway.Init") // opened before it solves
  PackingSearch() {}

  void open(OfferSet offers, Candidates all) {
    set = offers;
    candidates = all;
    size = 0;
    if (slot.length < all.count) {
      int more = all.offer.length;
      slot = new int[more];
      mask = new long[more];
      own = new long[more];
    }
  }

  /** Adds a candidate; greatest value first, among equals by id. */
  void add(int member) {
    long value = candidates.own[member];
    int k = size++;
    for (;
        k > 0 && (own[k - 1] < value || (own[k - 1] == value && before(member, slot[k - 1])));
        k--) {
      own[k] = own[k - 1];
      slot[k] = slot[k - 1];
      mask[k] = mask[k - 1];
    }
    own[k] = value;
    slot[k] = member;
    mask[k] = candidates.mask[member];
  }

  private boolean before(int a, int b) {
    return set.ranks[candidates.offer[a]] < set.ranks[candidates.offer[b]];
  }

  /**
   * Marks the best choice found.
   *
   * @return steps taken; more than the limit if the search ended early
   */
  long solve(BestSearch search, long stepLimit) {
    best.open(size);
    for (int i = 0; i < size; i++) {
      best.rank(i, set.ranks[candidates.offer[slot[i]]]);
    }
    steps = 0;
    limit = stepLimit;
    visit(0, 0, 0);
    for (int i = 0; i < best.count; i++) {
      search.mark(slot[best.found(i)]);
    }
    bound = steps <= limit ? best.total : Math.max(best.total, densest(0, 0));
    return steps;
  }

  private void visit(int from, long used, long sum) {
    long rest = 0;
    for (int i = from; i < size; i++) {
      rest = (mask[i] & used) == 0 ? Exact.plus(rest, own[i]) : rest;
    }
    for (int i = from; i < size; i++) {
      if ((mask[i] & used) != 0) {
        continue;
      }
      long most = Exact.plus(sum, rest);
      if (++steps > limit || best.hopeless(most) || (size - i > 6 && tighter(i, used, sum))) {
        return;
      }
      rest -= rest == Long.MAX_VALUE ? 0 : own[i];
      best.push(i);
      best.consider(sum + own[i]);
      visit(i + 1, used | mask[i], sum + own[i]);
      best.pop();
    }
  }

  /** True if even the densest candidate on each free line brings too little. */
  private boolean tighter(int from, long used, long sum) {
    return Exact.plus(sum, densest(from, used)) < best.total;
  }

  /** What the densest candidates on each free line could bring, each rounded up. */
  private long densest(int from, long used) {
    long sum = 0;
    long open = 0;
    for (int i = from; i < size; i++) {
      if ((mask[i] & used) == 0) {
        open |= mask[i];
      }
    }
    for (long m = open; m != 0; m &= m - 1) {
      long bit = m & -m;
      long most = 0;
      for (int i = from; i < size; i++) {
        if ((mask[i] & bit) != 0 && (mask[i] & used) == 0) {
          most = Math.max(most, -Math.floorDiv(-own[i], Long.bitCount(mask[i])));
        }
      }
      sum = Exact.plus(sum, most);
    }
    return sum;
  }
}
