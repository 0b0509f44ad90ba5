package souk.edge.webconsole.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Html;

/** Points and lines between two axes, as a drawing that needs no script. */
final class Plot {
  private static final int LEFT = 56;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 38;
  private static final int GRID = 4;
  private static final int LETTER = 14;

  /** A point with what it says when it is pointed at. */
  record Point(double x, double y, double radius, String says) {}

  private record Line(String css, List<Point> points) {}

  private final int width;
  private final int height;
  private final double[] x;
  private final double[] y;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param x least and most of the axis to the right
   * @param y least and most of the axis upwards
   */
  Plot(int width, int height, double[] x, double[] y) {
    this.width = width;
    this.height = height;
    this.x = x.clone();
    this.y = y.clone();
  }

  /** Points joined by a line. */
  Plot line(String css, List<Point> points) {
    lines.add(new Line(css, List.copyOf(points)));
    return this;
  }

  /**
   * @param right what the axis to the right shows
   * @param up what the axis upwards shows
   * @param label what the drawing shows, in words
   */
  void show(Html html, String css, String right, String up, String label) {
    html.open(
        "svg",
        "class",
        "time-chart plot " + css,
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        Integer.toString(width),
        "height",
        Integer.toString(height),
        "role",
        "img",
        "aria-label",
        label);
    double foot = height - BOTTOM;
    for (int i = 0; i <= GRID; i++) {
      double up1 = y[0] + (y[1] - y[0]) * i / GRID;
      stroke(html, i == 0 ? "zero" : "grid", LEFT, up(up1), width - RIGHT, up(up1));
      text(html, LEFT - 6.0, up(up1) + 4, "end", axis(up1, y));
      double right1 = x[0] + (x[1] - x[0]) * i / GRID;
      stroke(html, "grid", right(right1), foot, right(right1), foot + 4);
      text(html, right(right1), foot + LETTER + 2, i == GRID ? "end" : "middle", axis(right1, x));
    }
    text(html, (LEFT + width - RIGHT) / 2.0, height - 6.0, "middle", right);
    html.element(
        "text",
        up,
        "transform",
        "translate(12 " + place((TOP + foot) / 2) + ") rotate(-90)",
        "text-anchor",
        "middle");
    lines.forEach(line -> show(html, line));
    html.close();
  }

  private void show(Html html, Line line) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points) {
      path.append(path.isEmpty() ? 'M' : 'L');
      path.append(place(right(point.x))).append(' ').append(place(up(point.y)));
    }
    html.open("path", "class", line.css, "d", path.toString()).close();
    for (Point point : line.points) {
      if (point.radius > 0) {
        html.open(
            "circle",
            "class",
            "point " + line.css,
            "cx",
            place(right(point.x)),
            "cy",
            place(up(point.y)),
            "r",
            place(point.radius));
        html.element("title", point.says).close();
      }
    }
  }

  private double right(double value) {
    return LEFT + (value - x[0]) / (x[1] - x[0]) * (width - LEFT - RIGHT);
  }

  private double up(double value) {
    return TOP + (y[1] - value) / (y[1] - y[0]) * (height - TOP - BOTTOM);
  }

  private static void stroke(Html html, String css, double x1, double y1, double x2, double y2) {
    html.open(
            "line", "class", css, "x1", place(x1), "y1", place(y1), "x2", place(x2), "y2",
            place(y2))
        .close();
  }

  private static void text(Html html, double x, double y, String anchor, String text) {
    html.element("text", text, "x", place(x), "y", place(y), "text-anchor", anchor);
  }

  private static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** As many decimals as the steps of an axis need. */
  private static String axis(double value, double[] range) {
    double step = (range[1] - range[0]) / GRID;
    int decimals =
        step == Math.rint(step) ? 0 : (int) Math.max(1, Math.ceil(-Math.log10(step)) + 1);
    return String.format(Locale.ROOT, "%." + Math.min(6, decimals) + "f", value);
  }
}
