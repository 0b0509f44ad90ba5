package souk.edge.webconsole.offers;

import java.util.Arrays;
import java.util.Locale;
import souk.edge.webconsole.html.Sheet;

/** Uses per minute as small bars, with the figures as text for those who do not see them. */
final class PaceChart {
  private static final int BAR = 5;
  private static final int HEIGHT = 28;

  private PaceChart() {}

  static void show(Sheet sheet, double[] perMinute) {
    double most = Arrays.stream(perMinute).max().orElse(0);
    double last = perMinute.length > 1 ? perMinute[perMinute.length - 2] : 0;
    String label =
        sheet.text(
            "offers.pace.label",
            String.format(Locale.ROOT, "%.0f", last),
            String.format(Locale.ROOT, "%.0f", most));
    int width = perMinute.length * BAR;
    sheet
        .html()
        .open(
            "svg",
            "class",
            "pace",
            "viewBox",
            "0 0 " + width + " " + HEIGHT,
            "width",
            Integer.toString(width),
            "height",
            Integer.toString(HEIGHT),
            "role",
            "img",
            "aria-label",
            label);
    for (int i = 0; i < perMinute.length; i++) {
      int height = most == 0 ? 1 : (int) Math.max(1, Math.round(perMinute[i] / most * HEIGHT));
      sheet
          .html()
          .open(
              "rect",
              "x",
              Integer.toString(i * BAR),
              "y",
              Integer.toString(HEIGHT - height),
              "width",
              Integer.toString(BAR - 1),
              "height",
              Integer.toString(height))
          .close();
    }
    sheet.html().close();
    sheet.html().element("div", label, "class", "small");
  }
}
