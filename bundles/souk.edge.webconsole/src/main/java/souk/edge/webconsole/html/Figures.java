package souk.edge.webconsole.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Reason;

/** Figures, labels and reasons as texts. */
public final class Figures {
  private Figures() {}

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** A share of traffic without needless decimals, for example {@code 2.5 %}. */
  public static String share(double share) {
    return BigDecimal.valueOf(100 * share)
            .round(new MathContext(4))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  public static String signedPercent(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /** To the second, in UTC. */
  public static String time(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace('T', ' ')
        .replace("Z", " UTC");
  }

  /** For example {@code 3 min 12 s}. */
  public static String duration(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    long seconds = millis / 1_000;
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return seconds < 3_600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
  }

  /** A sum of money, exact, with at least two decimals. */
  public static String amount(String currency, BigDecimal sum) {
    BigDecimal stripped = sum.stripTrailingZeros();
    BigDecimal shown = stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    return currency + " " + String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown);
  }

  /** A count with its thousands set apart. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** For example {@code [-1.20, 3.40] (95 %)}. */
  public static String interval(Interval interval) {
    return String.format(
        Locale.ROOT,
        "[%,.2f, %,.2f] (%.0f %%)",
        interval.low(),
        interval.high(),
        100 * interval.level());
  }

  /** A gap of less than a millionth is shown as such, not as zero. */
  public static String gap(double gap) {
    return gap > 0 && gap < 1e-6 ? "< 0.0001 %" : String.format(Locale.ROOT, "%.4f %%", 100 * gap);
  }

  public static void label(Messages messages, Html html, EvidenceLabel label) {
    String name = label.name().toLowerCase(Locale.ROOT);
    html.element("span", messages.text("label." + name), "class", "badge label-" + name);
  }

  /** Reasons as a list; nothing if there are none. */
  public static void reasons(Html html, List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      html.open("ul");
      reasons.forEach(reason -> html.element("li", reason.text()));
      html.close();
    }
  }
}
