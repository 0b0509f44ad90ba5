package souk.offer.api;

import java.math.BigDecimal;

/**
 * A supplier's share of what an offer gives.
 *
 * @param supplier who pays
 * @param share of each discount, greater than 0 and at most 1
 */
public record Funding(String supplier, BigDecimal share) {
  public Funding {
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The share of supplier %s must be greater than 0 and at most 1, but is %s.%nMaybe it was given in percent."
              .formatted(supplier, share.toPlainString()));
    }
  }
}
