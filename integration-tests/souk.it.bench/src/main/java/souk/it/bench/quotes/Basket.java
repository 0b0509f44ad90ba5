package souk.it.bench.quotes;

/**
 * A cart of the market. Arrays are shared and must not be changed.
 *
 * @param articles positions of the articles, one per line
 * @param quantities units per line
 * @param gold true for a member of the level gold
 * @param channel where it is bought
 * @param store where it is bought
 * @param coupon code, or empty text
 */
public record Basket(
    int[] articles, int[] quantities, boolean gold, String channel, String store, String coupon) {
  public int lines() {
    return articles.length;
  }
}
