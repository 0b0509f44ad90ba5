package souk.offer.coupons.record;

import souk.offer.coupons.record.Entry.TakenClaim;

/** Collects what makes two requests the same. For one thread. */
public final class Content {
  private final ByteSink sink = new ByteSink();

  /**
   * @param operation what is asked
   */
  public Content(String operation) {
    sink.text(operation);
  }

  public Content text(String text) {
    sink.text(text);
    return this;
  }

  public Content hash(Hash128 hash) {
    sink.hash(hash);
    return this;
  }

  public Content block(byte[] bytes) {
    sink.block(bytes);
    return this;
  }

  /** What is claimed; limits are the shop's, not the caller's. */
  public Content claim(TakenClaim claim) {
    sink.text(claim.offerId()).i64(claim.amountMinor()).text(claim.currency().getCurrencyCode());
    sink.hash(claim.coupon());
    return this;
  }

  public byte[] toBytes() {
    return sink.toBytes();
  }
}
