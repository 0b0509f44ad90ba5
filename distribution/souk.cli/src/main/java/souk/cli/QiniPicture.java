package souk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.measure.QiniCurve;

/** The Qini curve of the chosen learners over that of chance, as SVG. */
final class QiniPicture {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int TOP = 44;
  private static final int RIGHT = 620;
  private static final int BOTTOM = 350;
  private static final int STEPS = 200;

  private final QiniCurve curve;
  private final String learner;
  private final String outcome;

  QiniPicture(Trial trial, UpliftRun run, String outcome) {
    this.curve = QiniCurve.of(trial, run.chosen().rank());
    this.learner = String.join(", ", run.choices());
    this.outcome = outcome;
  }

  void write(Path file) {
    try {
      Files.writeString(file, svg(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.USAGE, "Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  String svg() {
    double end = curve.gainAt(1);
    double low = Math.min(0, end);
    double high = Math.max(0, end);
    for (int i = 0; i <= STEPS; i++) {
      double gain = curve.gainAt((double) i / STEPS);
      low = Math.min(low, gain);
      high = Math.max(high, gain);
    }
    double scale = high > low ? (BOTTOM - TOP) / (high - low) : 0;
    double bottom = low;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      path.append(i == 0 ? "M" : "L")
          .append(point(x(share), BOTTOM - (curve.gainAt(share) - bottom) * scale));
    }
    double zero = BOTTOM + bottom * scale;
    double last = BOTTOM - (end - bottom) * scale;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="13">
        <title>Qini curve: %s</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="%d" y="24" font-size="15">Qini curve, rows not seen: %s</text>
        """
            .formatted(WIDTH, HEIGHT, escaped(outcome), LEFT, escaped(learner)));
    line(svg, LEFT, zero, RIGHT, zero, "#999", "");
    line(svg, LEFT, TOP, LEFT, BOTTOM, "#999", "");
    line(svg, LEFT, zero, RIGHT, last, "#999", " stroke-dasharray=\"6 4\"");
    svg.append(
        "<path d=\"%s\" fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2\"/>%n".formatted(path));
    label(svg, LEFT - 8, zero + 4, "end", "0");
    label(svg, LEFT - 8, last + 4, "end", String.format(Locale.ROOT, "%.4g", end));
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      label(svg, x(tenth / 10.0), BOTTOM + 20, "middle", tenth * 10 + " %");
    }
    label(
        svg,
        (LEFT + RIGHT) / 2.0,
        BOTTOM + 42,
        "middle",
        "share treated, highest scores first (dashed: by chance); up: gain in "
            + outcome
            + " per customer");
    return svg.append("</svg>\n").toString();
  }

  private static double x(double share) {
    return LEFT + share * (RIGHT - LEFT);
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour, String more) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            more));
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
