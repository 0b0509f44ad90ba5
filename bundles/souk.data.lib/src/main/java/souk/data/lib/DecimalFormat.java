package souk.data.lib;

import java.math.BigDecimal;

/**
 * Reads decimals exactly, in one fixed notation. Never guesses: exponents, NaN and infinities are
 * refused. Immutable.
 */
final class DecimalFormat {
  /** Most digits after the decimal point that are kept. */
  static final int MAX_SCALE = 6;

  private static final int MAX_INTEGER_DIGITS = 12;
  private static final int MAX_LENGTH = 64;
  private final char decimal;
  private final char grouping;

  /**
   * @param decimal sign before the fraction
   * @param grouping sign between groups of digits, or 0 for none
   */
  DecimalFormat(char decimal, char grouping) {
    this.decimal = decimal;
    this.grouping = grouping;
  }

  /** The value with at most {@link #MAX_SCALE} decimals. */
  BigDecimal parse(String column, String text) throws RowFaultException {
    String trimmed = text.strip();
    int length = trimmed.length();
    if (length == 0 || length > MAX_LENGTH) {
      throw notANumber(column, text);
    }
    StringBuilder plain = new StringBuilder(length);
    int integerDigits = 0;
    int scale = -1;
    boolean digits = false;
    for (int i = 0; i < length; i++) {
      char c = trimmed.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
        digits = true;
        if (scale >= 0) {
          scale++;
        } else if (integerDigits > 0 || c != '0') {
          integerDigits++;
        }
      } else if (c == decimal && scale < 0) {
        plain.append('.');
        scale = 0;
      } else if ((c == '-' || c == '+') && i == 0) {
        plain.append(c);
      } else if (c != grouping || grouping == 0 || !digits || scale >= 0) {
        throw notANumber(column, text);
      }
    }
    if (!digits) {
      throw notANumber(column, text);
    }
    if (integerDigits > MAX_INTEGER_DIGITS) {
      throw fault(
          column,
          text,
          "row.number-too-large",
          "The number has more than " + MAX_INTEGER_DIGITS + " digits before the decimal sign.");
    }
    BigDecimal value = new BigDecimal(plain.toString());
    if (value.scale() > MAX_SCALE) {
      value = value.stripTrailingZeros();
      if (value.scale() > MAX_SCALE) {
        throw fault(
            column,
            text,
            "row.too-many-decimals",
            "The number has more than " + MAX_SCALE + " decimals. Round it in the source.");
      }
    }
    return value;
  }

  private RowFaultException notANumber(String column, String text) {
    return fault(
        column,
        text,
        "row.not-a-number",
        "Not a plain decimal number with \"%s\" as decimal sign. Correct the value, or state decimal and grouping signs in the mapping."
            .formatted(decimal));
  }

  private static RowFaultException fault(String column, String text, String code, String why) {
    return new RowFaultException(new RowFault(column, text, code, why));
  }
}
