package souk.it.peers;

/** What is the same for all lines of a cart. */
public final class CartFact {
  private final boolean gold;
  private final String channel;
  private final String store;
  private final String coupon;

  public CartFact(boolean gold, String channel, String store, String coupon) {
    this.gold = gold;
    this.channel = channel;
    this.store = store;
    this.coupon = coupon;
  }

  public boolean isGold() {
    return gold;
  }

  public String getChannel() {
    return channel;
  }

  public String getStore() {
    return store;
  }

  public String getCoupon() {
    return coupon;
  }
}
