package souk.it.peers;

import java.util.List;
import souk.it.bench.quotes.PlainArithmetic;
import souk.it.bench.quotes.PlainArithmetic.Amounts;
import souk.it.bench.quotes.Promotion;

/** What consequences of rules call: takes promotions off the cart in the order of the rules. */
public final class Till {
  private final List<Promotion> byPriority;
  private final PlainArithmetic arithmetic = new PlainArithmetic();
  private Amounts cart;
  private long[] discounts = {};

  Till(List<Promotion> byPriority, Amounts first) {
    this.byPriority = byPriority;
    this.cart = first;
  }

  void begin(Amounts next) {
    cart = next;
    discounts = new long[next.gross().length];
    arithmetic.begin(next);
  }

  /** Called by rules: the promotion is about these lines. */
  public void take(int promotion, int bits) {
    arithmetic.take(byPriority.get(promotion), cart, bits, discounts);
  }

  long[] discounts() {
    return discounts;
  }
}
