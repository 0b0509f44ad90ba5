package souk.offer.lib;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the allowed combination that takes the most off a cart, by depth-first branch and bound.
 *
 * <p>Maximises {@code Σ_line min(cap, Σ_chosen discount)}. Ties: fewer offers, then the choice
 * whose sorted positions come first in lexicographic order. Exclusive offers are tried alone, the
 * others in order of their own total, greatest first. The bound of a node adds, per line, what is
 * taken and the greatest discount of each stacking group among the offers that may still follow, up
 * to the line's cap; so it never falls below what can be reached. Exact unless the search takes
 * more than the given number of steps; then the best found is returned with the bound of the root.
 * Deterministic. One instance per search, for one thread.
 */
public final class BestChoice {
  private final Combination offers;
  private final int limit;
  private final int[] order;
  private final int[] blocked;
  private final int[] stack;
  private final long[] groupMost;
  private int depth;
  private int[] best = new int[0];
  private long bestTotal;
  private int steps;

  private BestChoice(Combination offers, int limit) {
    this.offers = offers;
    this.limit = limit;
    this.stack = new int[offers.size()];
    this.blocked = new int[offers.size()];
    this.groupMost = new long[offers.groupCount()];
    this.order =
        IntStream.range(0, offers.size())
            .boxed()
            .filter(i -> offers.ownTotal(i) > 0 && !offers.exclusive(i))
            .sorted(
                Comparator.<Integer>comparingLong(i -> -offers.ownTotal(i))
                    .thenComparingInt(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < offers.size(); i++) {
      if (offers.exclusive(i)) {
        stack[0] = i;
        depth = 1;
        consider(offers.ownTotal(i));
      }
    }
    depth = 0;
  }

  /**
   * The answer.
   *
   * @param chosen positions, in order of application (priority, then position)
   * @param total what they take off together
   * @param optimal true if nothing better exists
   * @param bound no choice takes off more; equals {@code total} if optimal
   */
  public record Answer(int[] chosen, long total, boolean optimal, long bound) {}

  /**
   * @param stepLimit most nodes to look at, at least 1
   */
  public static Answer choose(Combination offers, int stepLimit) {
    if (stepLimit < 1) {
      throw new IllegalArgumentException(
          "The search needs at least 1 step, but got " + stepLimit + ".");
    }
    if (offers.undisputed()) {
      return everything(offers);
    }
    BestChoice search = new BestChoice(offers, stepLimit);
    long[] taken = new long[offers.lines()];
    long root = Math.max(search.bestTotal, search.bound(0, taken));
    search.visit(0, taken);
    boolean optimal = search.steps <= stepLimit || search.bestTotal == root;
    return new Answer(
        offers.inOrder(search.best), search.bestTotal, optimal, optimal ? search.bestTotal : root);
  }

  /**
   * Nothing conflicts and no cap binds: every offer that takes anything off belongs to the best.
   */
  private static Answer everything(Combination offers) {
    int[] chosen = new int[offers.size()];
    int count = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (offers.ownTotal(i) > 0) {
        chosen[count++] = i;
      }
    }
    int[] all = Arrays.copyOf(chosen, count);
    long total = offers.total(all);
    return new Answer(offers.inOrder(all), total, true, total);
  }

  private void visit(int from, long[] taken) {
    for (int p = from; p < order.length; p++) {
      if (steps > limit || ++steps > limit) {
        return;
      }
      long bound = bound(p, taken);
      if (bound < bestTotal || (bound == bestTotal && depth >= best.length)) {
        return;
      }
      if (blocked[order[p]] == 0) {
        include(p, taken);
      }
    }
  }

  private void include(int p, long[] taken) {
    int offer = order[p];
    long[] more = taken.clone();
    long total = 0;
    for (int line = 0; line < more.length; line++) {
      more[line] = Math.min(offers.cap(line), more[line] + offers.discount(offer, line));
      total += more[line];
    }
    stack[depth++] = offer;
    block(p, offer, 1);
    consider(total);
    visit(p + 1, more);
    block(p, offer, -1);
    depth--;
  }

  private void block(int p, int offer, int change) {
    for (int q = p + 1; q < order.length; q++) {
      if (offers.conflict(offer, order[q])) {
        blocked[order[q]] += change;
      }
    }
  }

  private long bound(int from, long[] taken) {
    long bound = 0;
    for (int line = 0; line < taken.length; line++) {
      Arrays.fill(groupMost, 0);
      long sum = taken[line];
      long cap = offers.cap(line);
      for (int p = from; p < order.length && sum < cap; p++) {
        int offer = order[p];
        long discount = offers.discount(offer, line);
        int group = offers.group(offer);
        if (discount > groupMost[group] && blocked[offer] == 0) {
          sum += discount - groupMost[group];
          groupMost[group] = discount;
        }
      }
      bound += Math.min(cap, sum);
    }
    return bound;
  }

  private void consider(long total) {
    if (total < bestTotal || total == 0) {
      return;
    }
    int[] sorted = Arrays.copyOf(stack, depth);
    Arrays.sort(sorted);
    if (total > bestTotal
        || sorted.length < best.length
        || (sorted.length == best.length && Arrays.compare(sorted, best) < 0)) {
      best = sorted;
      bestTotal = total;
    }
  }
}
