package souk.it.bench.quotes;

/**
 * A promotion in the words of the benchmark; every contender is told it in its own. Arrays are
 * shared and must not be changed.
 *
 * @param id unique; ties are broken by it
 * @param kind what it gives
 * @param priority higher goes first
 * @param group at most one of a group takes something off a line
 * @param exclusive alone or not at all
 * @param articles positions of the articles it is about; empty if it is about a category or all
 * @param category number of the category it is about; −1 if it is about articles or all
 * @param condition who gets it
 * @param figures how much it gives
 */
public record Promotion(
    String id,
    Kind kind,
    int priority,
    Group group,
    boolean exclusive,
    int[] articles,
    int category,
    Condition condition,
    Figures figures) {

  /** The six kinds. */
  public enum Kind {
    /** A percentage off articles or a category. */
    PERCENT,
    /** Money off once the amount of the scope reaches a threshold, in tiers. */
    TIERS,
    /** Money off for every step of the scope's amount, at most so often. */
    EVERY,
    /** Of every (buy + free) units the cheapest are free. */
    BUY,
    /** One of each article for a price together. */
    BUNDLE,
    /** A lower unit price for members. */
    MEMBER
  }

  /** Stacking groups, named in lower case. */
  public enum Group {
    ARTICLE,
    CATEGORY,
    ORDER;

    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * All must hold; empty text asks for nothing.
   *
   * @param audience a tag the customer must have
   * @param channel where it is bought
   * @param store where it is bought
   * @param coupon a code the customer must show
   */
  public record Condition(String audience, String channel, String store, String coupon) {
    static final Condition NONE = new Condition("", "", "", "");

    /** True if a basket is of the kind asked for. */
    public boolean holds(Basket basket) {
      return (audience.isEmpty() || (basket.gold() && audience.equals(Market.GOLD)))
          && (channel.isEmpty() || channel.equals(basket.channel()))
          && (store.isEmpty() || store.equals(basket.store()))
          && (coupon.isEmpty() || coupon.equals(basket.coupon()));
    }
  }

  /**
   * Figures; 0 or empty where the kind has none.
   *
   * @param percent of PERCENT
   * @param thresholds of TIERS, ascending
   * @param amounts of TIERS
   * @param step of EVERY
   * @param off of EVERY
   * @param most times of EVERY
   * @param buy units of BUY
   * @param free units of BUY
   * @param price of BUNDLE and MEMBER
   */
  public record Figures(
      int percent,
      long[] thresholds,
      long[] amounts,
      long step,
      long off,
      int most,
      int buy,
      int free,
      long price) {
    private static final long[] NONE = {};

    static Figures percent(int percent) {
      return new Figures(percent, NONE, NONE, 0, 0, 0, 0, 0, 0);
    }

    static Figures tiers(long[] thresholds, long[] amounts) {
      return new Figures(0, thresholds, amounts, 0, 0, 0, 0, 0, 0);
    }

    static Figures every(long step, long off, int most) {
      return new Figures(0, NONE, NONE, step, off, most, 0, 0, 0);
    }

    static Figures buy(int buy, int free) {
      return new Figures(0, NONE, NONE, 0, 0, 0, buy, free, 0);
    }

    static Figures price(long price) {
      return new Figures(0, NONE, NONE, 0, 0, 0, 0, 0, price);
    }
  }

  /** True if the promotion is about this article. */
  public boolean about(int article, int itsCategory) {
    if (articles.length == 0) {
      return category < 0 || category == itsCategory;
    }
    for (int one : articles) {
      if (one == article) {
        return true;
      }
    }
    return false;
  }
}
