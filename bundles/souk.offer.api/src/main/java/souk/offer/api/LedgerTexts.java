package souk.offer.api;

import java.math.BigDecimal;

/** Shared checks of texts that go into the ledger. */
final class LedgerTexts {
  private static final BigDecimal MAX_UNITS = BigDecimal.valueOf(1_000_000);
  private static final int MAX_LENGTH = 200;

  private LedgerTexts() {}

  /** A number of units such as a cart takes: more than 0, at most 1,000,000, at most 6 decimals. */
  static BigDecimal units(String lineId, BigDecimal quantity) {
    boolean small = quantity.scale() >= -6 && quantity.scale() <= 6 && quantity.precision() <= 13;
    if (!small || quantity.signum() <= 0 || quantity.compareTo(MAX_UNITS) > 0) {
      throw new IllegalArgumentException(
          "Line %s has quantity %s, but it must be greater than 0, at most %s and have at most 6 decimals."
              .formatted(lineId, quantity, MAX_UNITS));
    }
    return quantity;
  }

  /** The text, without telling it in the message if it is wrong: it may be a secret. */
  static String check(String what, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The %s must have 1 to %d visible characters, but has %d."
              .formatted(what, MAX_LENGTH, value.length()));
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            "The %s must not hold control characters, but has one at position %d."
                .formatted(what, i));
      }
    }
    return value;
  }
}
