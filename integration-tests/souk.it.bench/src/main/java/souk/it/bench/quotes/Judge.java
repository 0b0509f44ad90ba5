package souk.it.bench.quotes;

import java.util.Arrays;
import java.util.List;
import souk.it.bench.quotes.Contender.Told;

/** Compares what a contender says with what is right. */
public final class Judge {
  private static final int SHOWN = 3;

  private final List<Told> right;
  private final long[] totals;

  public Judge(List<Told> right) {
    this.right = List.copyOf(right);
    this.totals = right.stream().mapToLong(t -> Arrays.stream(t.discounts()).sum()).toArray();
  }

  /** The right total of a cart. */
  public long total(int cart) {
    return totals[cart];
  }

  /** Carts of which a contender says something else; a few are shown. */
  public long mismatches(String name, Contender.Worker worker) {
    long wrong = 0;
    for (int cart = 0; cart < right.size(); cart++) {
      Told told = worker.told(cart);
      Told expected = right.get(cart);
      boolean same =
          Arrays.equals(told.discounts(), expected.discounts())
              && (told.shares().isEmpty() || told.shares().equals(expected.shares()))
              && worker.quote(cart) == totals[cart];
      if (!same && wrong++ < SHOWN) {
        System.out.printf(
            "%s, cart %d: %s %s, but right is %s %s%n",
            name,
            cart,
            Arrays.toString(told.discounts()),
            told.shares(),
            Arrays.toString(expected.discounts()),
            expected.shares());
      }
    }
    return wrong;
  }
}
