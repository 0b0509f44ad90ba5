package souk.edge.webconsole.strategies;

import java.util.Locale;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.MetricStatus;

/** A difference with its interval on an axis around zero, in words and drawn. */
final class IntervalChart {
  private static final int WIDTH = 220;
  private static final int HEIGHT = 28;
  private static final double LEAST_RANGE = 0.02;

  private final Sheet sheet;
  private final Html html;

  IntervalChart(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(MetricStatus m) {
    if (!Double.isFinite(m.relativeDifference())) {
      html.text(sheet.text("metric.unknown"));
      return;
    }
    boolean bounded = Double.isFinite(m.low()) && Double.isFinite(m.high());
    String words =
        bounded
            ? sheet.text(
                "metric.interval",
                Figures.signedPercent(m.relativeDifference()),
                Figures.signedPercent(m.low()),
                Figures.signedPercent(m.high()))
            : sheet.text("metric.no-interval", Figures.signedPercent(m.relativeDifference()));
    double range = LEAST_RANGE;
    for (double value : new double[] {m.relativeDifference(), m.low(), m.high()}) {
      range = Double.isFinite(value) ? Math.max(range, Math.abs(value)) : range;
    }
    range *= 1.1;
    html.open(
        "svg",
        "class",
        "interval",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "width",
        Integer.toString(WIDTH),
        "height",
        Integer.toString(HEIGHT),
        "role",
        "img",
        "aria-label",
        words);
    line("axis", 0, HEIGHT / 2.0, WIDTH, HEIGHT / 2.0);
    line("zero", WIDTH / 2.0, 2, WIDTH / 2.0, HEIGHT - 2.0);
    if (m.toleratedLoss() > 0) {
      double edge = at(m.higherIsBetter() ? -m.toleratedLoss() : m.toleratedLoss(), range);
      line("tolerated", edge, 4, edge, HEIGHT - 4.0);
    }
    if (bounded) {
      double left = at(m.low(), range);
      double width = Math.max(1, at(m.high(), range) - left);
      html.open(
              "rect",
              "class",
              "bounds " + side(m),
              "x",
              number(left),
              "y",
              "9",
              "width",
              number(width),
              "height",
              "10")
          .close();
    }
    html.open(
            "circle",
            "class",
            "point " + side(m),
            "cx",
            number(at(m.relativeDifference(), range)),
            "cy",
            number(HEIGHT / 2.0),
            "r",
            "4")
        .close();
    html.close();
    html.single("br").element("span", words, "class", "small");
  }

  /** Whether the interval says better, worse or neither. */
  private static String side(MetricStatus m) {
    double worst = m.higherIsBetter() ? m.low() : -m.high();
    double best = m.higherIsBetter() ? m.high() : -m.low();
    return best < 0 ? "worse" : worst > 0 ? "better" : "open";
  }

  private void line(String style, double x1, double y1, double x2, double y2) {
    html.open(
            "line",
            "class",
            style,
            "x1",
            number(x1),
            "y1",
            number(y1),
            "x2",
            number(x2),
            "y2",
            number(y2))
        .close();
  }

  private static double at(double value, double range) {
    double clipped = Math.max(-range, Math.min(range, value));
    return WIDTH / 2.0 * (1 + clipped / range);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
