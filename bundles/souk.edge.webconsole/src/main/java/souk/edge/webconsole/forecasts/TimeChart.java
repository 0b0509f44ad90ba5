package souk.edge.webconsole.forecasts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import souk.edge.webconsole.html.Html;

/**
 * Values over time as a drawing that needs no script: bands and lines over a grid, with dates below
 * and figures at the side. Points say their figures when they are pointed at.
 */
final class TimeChart {
  private static final int LEFT = 52;
  private static final int RIGHT = 10;
  private static final int TOP = 10;
  private static final int BOTTOM = 24;
  private static final int LABEL = 84;
  private static final int GRID = 4;

  private record Band(String css, int from, double[] low, double[] high) {}

  private record Line(String css, int from, double[] values, boolean points) {}

  private final int width;
  private final int height;
  private final List<LocalDate> dates;
  private final List<Band> bands = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Integer, String> marks = new TreeMap<>();
  private double least;
  private double most;
  private int today = -1;

  /**
   * @param dates first day of each step, oldest first
   */
  TimeChart(int width, int height, List<LocalDate> dates) {
    this.width = width;
    this.height = height;
    this.dates = List.copyOf(dates);
  }

  /** An area between two rows of values, the first of which stands at a step. */
  TimeChart band(String css, int from, double[] low, double[] high) {
    bands.add(new Band(css, from, low.clone(), high.clone()));
    reach(low);
    reach(high);
    return this;
  }

  TimeChart line(String css, int from, double[] values, boolean points) {
    lines.add(new Line(css, from, values.clone(), points));
    reach(values);
    return this;
  }

  /** A rule before a step: what is right of it has not happened yet. */
  TimeChart today(int step) {
    today = step;
    return this;
  }

  /** A sign at the foot of a step, with its meaning. */
  TimeChart mark(int step, String meaning) {
    marks.put(step, meaning);
    return this;
  }

  private void reach(double[] values) {
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }

  /**
   * @param css told apart by width: what is wide does not fit a phone
   * @param label what the drawing shows, in words
   */
  void show(Html html, String css, String label) {
    double unit = unit();
    double bottom = Math.floor(least / unit) * unit;
    double top = Math.max(bottom + unit, Math.ceil(most / unit) * unit);
    html.open(
        "svg",
        "class",
        "time-chart " + css,
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
    for (int i = 0; bottom + i * unit <= top + unit / 2; i++) {
      double value = bottom + i * unit;
      double y = y(value, bottom, top);
      stroke(html, Math.abs(value) < unit / 2 ? "zero" : "grid", LEFT, y, width - RIGHT, y);
      text(html, LEFT - 6, y + 4, "end", number(value));
    }
    days(html);
    for (Band band : bands) {
      area(html, band, bottom, top);
    }
    if (today >= 0) {
      double x = x(today) - step() / 2;
      stroke(html, "today", x, TOP, x, height - BOTTOM);
    }
    for (Line line : lines) {
      curve(html, line, bottom, top);
    }
    marks.forEach(
        (step, meaning) -> {
          html.open(
              "rect",
              "class",
              "mark",
              "x",
              place(x(step) - 2.5),
              "y",
              place(height - BOTTOM - 5.0),
              "width",
              "5",
              "height",
              "5");
          html.element("title", dates.get(step) + ": " + meaning).close();
        });
    html.close();
  }

  /** A round figure of which about {@value #GRID} fill the height. */
  private double unit() {
    double span = Math.max(most - least, 1e-9) / GRID;
    double power = Math.pow(10, Math.floor(Math.log10(span)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      if (factor * power >= span) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void days(Html html) {
    int most = Math.max(1, (width - LEFT - RIGHT) / LABEL);
    int stride = Math.max(1, (dates.size() + most - 1) / most);
    for (int step = 0; step < dates.size(); step += stride) {
      double x = x(step);
      stroke(html, "grid", x, height - BOTTOM, x, height - BOTTOM + 4.0);
      boolean atEnd = x > width - LABEL / 2.0;
      text(
          html,
          atEnd ? width - RIGHT : x,
          height - 6.0,
          atEnd ? "end" : "middle",
          dates.get(step).toString());
    }
  }

  private void area(Html html, Band band, double bottom, double top) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < band.high.length; i++) {
      point(path, i == 0 ? 'M' : 'L', x(band.from + i), y(band.high[i], bottom, top));
    }
    for (int i = band.low.length - 1; i >= 0; i--) {
      point(path, 'L', x(band.from + i), y(band.low[i], bottom, top));
    }
    html.open("path", "class", band.css, "d", path.append('Z').toString()).close();
  }

  private void curve(Html html, Line line, double bottom, double top) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < line.values.length; i++) {
      point(path, i == 0 ? 'M' : 'L', x(line.from + i), y(line.values[i], bottom, top));
    }
    html.open("path", "class", line.css, "d", path.toString()).close();
    for (int i = 0; line.points && i < line.values.length; i++) {
      html.open(
          "circle",
          "class",
          "point " + line.css,
          "cx",
          place(x(line.from + i)),
          "cy",
          place(y(line.values[i], bottom, top)),
          "r",
          step() > 9 ? "2.5" : "1.5");
      html.element("title", dates.get(line.from + i) + ": " + number(line.values[i]));
      html.close();
    }
  }

  private static void point(StringBuilder path, char command, double x, double y) {
    path.append(command).append(place(x)).append(' ').append(place(y));
  }

  private double step() {
    return (width - LEFT - RIGHT) / (double) Math.max(1, dates.size());
  }

  private double x(int step) {
    return LEFT + (step + 0.5) * step();
  }

  private double y(double value, double bottom, double top) {
    return TOP + (top - value) / (top - bottom) * (height - TOP - BOTTOM);
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

  /** Without decimals where there are enough digits before the point. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e9) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    return String.format(
        Locale.ROOT, size >= 100 || value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
  }
}
