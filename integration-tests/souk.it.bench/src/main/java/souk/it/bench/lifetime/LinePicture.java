package souk.it.bench.lifetime;

import java.util.List;
import java.util.Locale;

/** A line chart as SVG: one line per row of figures. */
public final class LinePicture {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 60;
  private static final int RIGHT = 150;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final String[] COLOURS = {"#222222", "#0b6e99", "#c2571a", "#5a8f29", "#8250a6"};
  private static final String[] DASHES = {"", "6 3", "2 3", "9 3 2 3", "1 4"};

  private final String title;
  private final String below;

  public LinePicture(String title, String below) {
    this.title = title;
    this.below = below;
  }

  public String svg(List<String> labels, List<String> names, double[][] rows, String side) {
    double highest = 0;
    for (double[] row : rows) {
      for (double value : row) {
        highest = Math.max(highest, value);
      }
    }
    double step = step(highest);
    double top = step * Math.ceil(highest / step);
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"%s\">",
        WIDTH,
        HEIGHT,
        title);
    line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    line(svg, "<text x=\"%d\" y=\"22\" font-size=\"14\">%s</text>", LEFT, title);
    for (double y = 0; y <= top + step / 2; y += step) {
      line(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.4g</text>",
          LEFT,
          WIDTH - RIGHT,
          down(y, top),
          down(y, top),
          LEFT - 6,
          down(y, top) + 4,
          y);
    }
    for (int i = 0; i < labels.size(); i++) {
      line(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          across(i, labels.size()),
          HEIGHT - BOTTOM + 18,
          labels.get(i));
    }
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        (LEFT + WIDTH - RIGHT) / 2,
        HEIGHT - 12,
        below);
    line(
        svg,
        "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        (TOP + HEIGHT - BOTTOM) / 2,
        side);
    for (int k = 0; k < rows.length; k++) {
      StringBuilder points = new StringBuilder();
      for (int i = 0; i < rows[k].length; i++) {
        points.append(
            String.format(
                Locale.ROOT, "%.1f,%.1f ", across(i, labels.size()), down(rows[k][i], top)));
      }
      String stroke =
          "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
              .formatted(COLOURS[k % COLOURS.length], DASHES[k % DASHES.length]);
      line(svg, "<polyline fill=\"none\" %s points=\"%s\"/>", stroke, points.toString().strip());
      int y = TOP + 10 + 20 * k;
      line(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" %s/><text x=\"%d\" y=\"%d\">%s</text>",
          WIDTH - RIGHT + 15,
          WIDTH - RIGHT + 45,
          y,
          y,
          stroke,
          WIDTH - RIGHT + 52,
          y + 4,
          names.get(k));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private static double step(double highest) {
    double rough = Math.max(1e-9, highest / 5);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
  }

  private static double across(int i, int count) {
    return LEFT + (i + 0.5) * (WIDTH - LEFT - RIGHT) / count;
  }

  private static double down(double value, double top) {
    return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
  }
}
