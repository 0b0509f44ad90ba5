package souk.offer.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import souk.model.Money;

/**
 * What of a committed redemption is to be given back: all that is left, units of lines, or amounts
 * of offers. Uses (orders and coupons) come back with the last of an offer's amount. Immutable.
 */
public final class ReversalRequest {
  private final String key;
  private final String redemptionId;
  private final boolean whole;
  private final Map<String, BigDecimal> lines;
  private final Map<String, Money> amounts;

  private ReversalRequest(Builder builder) {
    this.key = builder.key;
    this.redemptionId = builder.redemptionId;
    this.whole = builder.whole;
    this.lines = Collections.unmodifiableMap(new LinkedHashMap<>(builder.lines));
    this.amounts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.amounts));
  }

  /**
   * @param key idempotency key
   * @param redemptionId what to give back from
   */
  public static Builder builder(String key, String redemptionId) {
    return new Builder(key, redemptionId);
  }

  public String key() {
    return key;
  }

  public String redemptionId() {
    return redemptionId;
  }

  /** True for all that is left. */
  public boolean whole() {
    return whole;
  }

  /** Units that come back, by line. */
  public Map<String, BigDecimal> lines() {
    return lines;
  }

  /** Discounts that are given back, by offer; for redemptions without lines. */
  public Map<String, Money> amounts() {
    return amounts;
  }

  @Override
  public String toString() {
    return "ReversalRequest[%s, whole=%s, lines=%s, amounts=%s]"
        .formatted(redemptionId, whole, lines, amounts);
  }

  /** Collects a request; not safe for use by many threads. */
  public static final class Builder {
    private final String key;
    private final String redemptionId;
    private boolean whole;
    private final Map<String, BigDecimal> lines = new LinkedHashMap<>();
    private final Map<String, Money> amounts = new LinkedHashMap<>();

    private Builder(String key, String redemptionId) {
      this.key = LedgerTexts.check("idempotency key", key);
      this.redemptionId = LedgerTexts.check("redemption id", redemptionId);
    }

    public Builder whole() {
      this.whole = true;
      return this;
    }

    public Builder line(String lineId, BigDecimal quantity) {
      LedgerTexts.units(lineId, quantity);
      lines.merge(LedgerTexts.check("line id", lineId), quantity, BigDecimal::add);
      return this;
    }

    public Builder amount(String offerId, Money amount) {
      if (amount.isNegative()) {
        throw new IllegalArgumentException(
            "Of offer %s %s are to be given back, but it must not be negative."
                .formatted(offerId, amount));
      }
      amounts.merge(LedgerTexts.check("offer id", offerId), amount, Money::plus);
      return this;
    }

    /**
     * @throws IllegalArgumentException unless exactly one of whole, lines and amounts is given
     */
    public ReversalRequest build() {
      int kinds = (whole ? 1 : 0) + (lines.isEmpty() ? 0 : 1) + (amounts.isEmpty() ? 0 : 1);
      if (kinds != 1) {
        throw new IllegalArgumentException(
            "A reversal names either the whole, or lines, or amounts of offers, but %d of them are given."
                .formatted(kinds));
      }
      return new ReversalRequest(this);
    }
  }
}
