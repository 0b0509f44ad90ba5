package souk.trust.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import souk.model.Reason;
import souk.trust.api.Violation;

/** How findings on offers are written: the worst ones, with what they lead to. */
final class Findings {
  /** More would not be read; each says how many there are. */
  private static final int MOST = 10;

  private Findings() {}

  static <T> List<T> few(List<T> worstFirst) {
    return worstFirst.subList(0, Math.min(MOST, worstFirst.size()));
  }

  static Violation block(String rule, String where, Reason reason) {
    return new Violation(rule, where, Violation.Severity.BLOCK, reason);
  }

  static Violation secondPerson(String rule, String where, Reason reason) {
    return new Violation(rule, where, Violation.Severity.SECOND_PERSON, reason);
  }

  static String percent(BigDecimal share) {
    return share
        .movePointRight(2)
        .setScale(1, RoundingMode.UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
