package souk.customer.lib.recommend;

/**
 * One recommended article and why.
 *
 * @param item index of the article
 * @param score comparable within one list only; 0 for articles that only popularity speaks for
 * @param why what contributed most
 * @param because article that contributed most, or −1
 */
public record Recommended(int item, double score, Why why, int because) {
  /** What speaks for an article. */
  public enum Why {
    /** The customer's own past orders of it. */
    BOUGHT_BEFORE,
    /** Customers who bought {@link Recommended#because()} bought it too. */
    BOUGHT_TOGETHER,
    /** Many orders lately, by anybody. */
    POPULAR
  }
}
