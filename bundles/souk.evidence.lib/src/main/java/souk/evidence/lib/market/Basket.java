package souk.evidence.lib.market;

import java.util.List;

/**
 * What one customer wants to buy in a week.
 *
 * @param customer index of the customer in the purchase log, or −1 if anonymous
 * @param lines one per article, at least one
 */
public record Basket(int customer, List<Line> lines) {
  public Basket {
    lines = List.copyOf(lines);
  }

  public boolean anonymous() {
    return customer < 0;
  }

  /**
   * One article of a basket.
   *
   * @param item index of the article in the market
   * @param units whole units, at least 1
   */
  public record Line(int item, long units) {}
}
