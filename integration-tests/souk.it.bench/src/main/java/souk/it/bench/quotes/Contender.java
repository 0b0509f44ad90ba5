package souk.it.bench.quotes;

import java.util.List;

/** Something that quotes the carts of a market. */
public interface Contender {
  String name();

  /** One that quotes, for one thread, with the market's carts in whatever form it likes best. */
  Worker worker();

  /** Quotes carts by their position. */
  interface Worker {
    /** What is measured: quotes a cart and says what is taken off in all. */
    long quote(int cart);

    /** What is judged: the same quote in detail. */
    Told told(int cart);
  }

  /**
   * A quote in words that can be compared.
   *
   * @param discounts per line
   * @param shares what each applied promotion takes off each line, where it takes anything: {@code
   *     P1000 3 25}; in alphabetical order; empty if the contender does not tell
   */
  record Told(long[] discounts, List<String> shares) {}
}
