package souk.offer.coupons.record;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import souk.offer.api.PaidLine;

/** One thing that happened in the ledger. The state is what all entries, in order, add up to. */
public sealed interface Entry {
  /** The key of a request and a hash of its content; its answer follows from the entry. */
  sealed interface Answer extends Entry {
    Hash128 key();

    Hash128 content();

    long recordedMillis();
  }

  /**
   * One claim that was taken.
   *
   * @param offerId the offer
   * @param amountMinor discount given
   * @param currency of all amounts
   * @param coupon hash of the coupon's code, or none
   * @param batch number of the coupon's batch, or −1
   * @param total limit of all customers at that time, 0 for none; kept for audits
   * @param perCustomer limit of one customer at that time, 0 for none
   * @param budgetMinor budget at that time, 0 for none
   */
  record TakenClaim(
      String offerId,
      long amountMinor,
      Currency currency,
      Hash128 coupon,
      int batch,
      long total,
      long perCustomer,
      long budgetMinor) {}

  /**
   * Claims were reserved or redeemed.
   *
   * @param key hash of the idempotency key
   * @param content hash of the content
   * @param reserved true until it is committed, false if it was final at once
   * @param orderId the order
   * @param customer pseudonym, or none
   * @param recordedMillis clock of the ledger
   * @param expiresMillis end of a reservation
   * @param claims what was taken
   * @param paid lines as bytes, read when they are needed
   */
  record Taken(
      Hash128 key,
      Hash128 content,
      boolean reserved,
      String orderId,
      Hash128 customer,
      long recordedMillis,
      long expiresMillis,
      List<TakenClaim> claims,
      PaidLines paid)
      implements Answer {
    public List<PaidLine> lines() {
      return paid.read();
    }
  }

  /** A request was refused; asked again it is refused again. */
  record Refused(Hash128 key, Hash128 content, long recordedMillis, String code, String text)
      implements Answer {}

  /** How a reservation ended. */
  enum Outcome {
    COMMITTED,
    RELEASED,
    EXPIRED
  }

  /** A reservation ended. */
  record Closed(long redemption, Outcome outcome, long recordedMillis) implements Entry {}

  /**
   * What one claim gets back.
   *
   * @param claim position in the redemption
   * @param offerId its offer
   * @param amountMinor given back
   * @param currency of the amount
   * @param use true if the use of the offer comes back
   * @param coupon hash of the coupon whose use comes back, or none
   */
  record Back(
      int claim,
      String offerId,
      long amountMinor,
      Currency currency,
      boolean use,
      Hash128 coupon) {}

  /** Units of one line that came back. */
  record BackLine(
      String lineId, BigDecimal quantity, long netMinor, long taxMinor, Currency currency) {}

  /** A redemption was reversed, in whole or in part. */
  record Reversed(
      Hash128 key,
      Hash128 content,
      long redemption,
      Hash128 customer,
      long recordedMillis,
      boolean whole,
      List<Back> backs,
      List<BackLine> lines,
      boolean taxIncluded)
      implements Answer {}

  /** A batch of coupons begins; its codes follow. */
  record BatchBegun(
      int batch,
      String batchId,
      int codes,
      int usesPerCode,
      long fromMillis,
      long untilMillis,
      long recordedMillis)
      implements Entry {}

  /** Hashes of codes, 16 bytes each. */
  record Codes(int batch, byte[] hashes) implements Entry {}

  /** All codes of a batch are there: they may be used. */
  record BatchOpened(int batch, long recordedMillis) implements Entry {}

  /** No code of a batch may be used any more. */
  record BatchBlocked(int batch, long recordedMillis) implements Entry {}

  /** An operator accepted a difference. */
  record Accepted(String by, String text, long recordedMillis) implements Entry {}

  /** Stands where a row was that could not be read. */
  record Lost() implements Entry {}
}
