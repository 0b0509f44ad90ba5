package souk.trust.policy;

import java.math.BigDecimal;

/** Shares in [0, 1) given as decimal text. */
final class Shares {
  private Shares() {}

  static BigDecimal parse(String name, String value) {
    BigDecimal share;
    try {
      share = new BigDecimal(value.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s (%s) must be a decimal number such as 0.15.".formatted(name, value), e);
    }
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "%s (%s) must lie in [0, 1).%nMaybe it was given in percent.".formatted(name, value));
    }
    return share;
  }

  static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
