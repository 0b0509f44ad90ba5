package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Numbers as people of a language write them; a missing number is a dash. For one thread. */
final class Figures {
  static final String MISSING = "–";

  private final Locale locale;
  private final Currency currency;

  Figures(Locale locale, Currency currency) {
    this.locale = locale;
    this.currency = currency;
  }

  String number(JsonNode value, int digits) {
    return value.isNumber() ? number(value.asDouble(), digits) : MISSING;
  }

  String number(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return minus(format.format(value));
  }

  String percent(JsonNode share, int digits) {
    return share.isNumber() ? percent(share.asDouble(), digits) : MISSING;
  }

  String percent(double share, int digits) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return minus(format.format(share));
  }

  /** With the currency's own digits. */
  String money(JsonNode major) {
    return major.isNumber() || major.isTextual()
        ? money(major.asDouble(), Math.max(0, currency.getDefaultFractionDigits()))
        : MISSING;
  }

  /** Without digits after the point, for large sums. */
  String roundMoney(JsonNode major) {
    return major.isNumber() || major.isTextual() ? money(major.asDouble(), 0) : MISSING;
  }

  String money(double major, int digits) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return minus(format.format(major));
  }

  /** With an explicit sign, since it is a change. */
  String signedMoney(double major, int digits) {
    return (major > 0 ? "+" : "") + money(major, digits);
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
