package souk.offer.engine.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers without being led into enormous ones. */
final class Figures {
  private Figures() {}

  /** The number in its shortest form; null if it has more digits than allowed. */
  static @Nullable BigDecimal read(String literal, int digits) {
    try {
      BigDecimal value = new BigDecimal(literal);
      if (value.signum() == 0) {
        return BigDecimal.ZERO;
      }
      long whole = (long) value.precision() - value.scale();
      return value.precision() > digits || whole > digits || value.scale() > digits
          ? null
          : shortest(value);
    } catch (NumberFormatException beyond) {
      return null;
    }
  }

  /** True for digits with at most one point. */
  static boolean plain(String text) {
    return text.length() <= 20 && text.matches("[0-9]+([.][0-9]+)?");
  }

  /** Without trailing zeros after the point, and without an exponent. */
  static BigDecimal shortest(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
