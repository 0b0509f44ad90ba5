package souk.edge.webconsole.customers;

import java.util.List;
import java.util.Locale;
import souk.customer.api.CustomerSegment;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.model.Money;
import souk.model.Reason;

/** Names and reasons of the customer room in the language of the page, where there are words. */
final class CustomerWords {
  private CustomerWords() {}

  static String segment(Sheet sheet, CustomerSegment segment) {
    String key = "customers.segment." + segment.id();
    String known = sheet.text(key);
    return known.equals(key) ? parts(sheet, segment) : known;
  }

  /** Names by recency and spend, such as {@code fading-medium-2}, are put together. */
  private static String parts(Sheet sheet, CustomerSegment segment) {
    String[] parts = segment.id().split("-", -1);
    if (parts.length < 2 || parts.length > 3) {
      return segment.name();
    }
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      String key = "customers.part." + part;
      String word = sheet.text(key);
      if (word.equals(key) && !part.matches("\\d+")) {
        return segment.name();
      }
      name.append(name.isEmpty() ? "" : sheet.text("customers.part.between"));
      name.append(word.equals(key) ? part : word);
    }
    return name.toString();
  }

  static String reason(Sheet sheet, Reason reason) {
    String key = "customers.reason." + reason.code();
    String known = sheet.text(key);
    return known.equals(key) ? reason.text() : sheet.text(key, reason.arguments().toArray());
  }

  static void reasons(Sheet sheet, List<Reason> reasons) {
    sheet.html().open("ul");
    reasons.forEach(reason -> sheet.html().element("li", reason(sheet, reason)));
    sheet.html().close();
  }

  static String money(Money money) {
    return Figures.amount(money.currency().getCurrencyCode(), money.toDecimal());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
