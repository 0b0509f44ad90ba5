package souk.edge.webconsole.plans;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Reason;

/** Figures, labels and reasons as texts. */
final class Figures {
  private Figures() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  static String signedPercent(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /** To the second, in UTC. */
  static String time(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace('T', ' ')
        .replace("Z", " UTC");
  }

  /** For example {@code [-1.20, 3.40] (95 %)}. */
  static String interval(Interval interval) {
    return String.format(
        Locale.ROOT,
        "[%,.2f, %,.2f] (%.0f %%)",
        interval.low(),
        interval.high(),
        100 * interval.level());
  }

  /** A gap of less than a millionth is shown as such, not as zero. */
  static String gap(double gap) {
    return gap > 0 && gap < 1e-6 ? "< 0.0001 %" : String.format(Locale.ROOT, "%.4f %%", 100 * gap);
  }

  static void label(Messages messages, Html html, EvidenceLabel label) {
    String name = label.name().toLowerCase(Locale.ROOT);
    html.element("span", messages.text("label." + name), "class", "badge label-" + name);
  }

  /** Reasons as a list; nothing if there are none. */
  static void reasons(Html html, List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      html.open("ul");
      reasons.forEach(reason -> html.element("li", reason.text()));
      html.close();
    }
  }
}
