package souk.edge.webconsole.models;

import java.util.ArrayList;
import java.util.List;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** The course of a training that went in epochs. */
final class CurveView {
  private static final int STEPS = 4;

  private final Sheet sheet;
  private final Html html;

  CurveView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  /** Nothing for models that were not trained in epochs. */
  void show(List<KeptVersion.Epoch> curve) {
    if (curve.isEmpty()) {
      return;
    }
    sheet.section("curve", sheet.text("models.curve"));
    int last = curve.get(curve.size() - 1).number();
    double top = 0;
    for (KeptVersion.Epoch epoch : curve) {
      top = Math.max(top, Math.max(finite(epoch.loss()), finite(epoch.validation())));
    }
    double[] across = {0, Math.max(STEPS, (last + STEPS - 1) / STEPS * STEPS)};
    double[] upwards = {0, round(top)};
    drawing(curve, 720, 280, "wide", across, upwards);
    drawing(curve, 340, 240, "narrow", across, upwards);
    html.open("ul", "class", "legend");
    legend("sold", "models.curve.training");
    if (curve.stream().anyMatch(epoch -> Double.isFinite(epoch.validation()))) {
      legend("forecast", "models.curve.validation");
    }
    html.close();
    sheet.endSection();
  }

  private void drawing(
      List<KeptVersion.Epoch> curve,
      int width,
      int height,
      String css,
      double[] across,
      double[] upwards) {
    List<Plot.Point> training = new ArrayList<>();
    List<Plot.Point> validation = new ArrayList<>();
    for (KeptVersion.Epoch epoch : curve) {
      add(training, epoch.number(), epoch.loss());
      add(validation, epoch.number(), epoch.validation());
    }
    new Plot(width, height, across, upwards)
        .line("sold", training)
        .line("forecast", validation)
        .show(
            html,
            css,
            sheet.text("models.curve.epoch"),
            sheet.text("models.curve.loss"),
            sheet.text("models.curve.drawing", curve.size()));
  }

  private void add(List<Plot.Point> points, int epoch, double loss) {
    if (Double.isFinite(loss)) {
      points.add(
          new Plot.Point(
              epoch, loss, 1.5, sheet.text("models.curve.point", epoch, Measures.number(loss))));
    }
  }

  private void legend(String css, String key) {
    html.open("li").open("span", "class", "key " + css, "aria-hidden", "true").close();
    html.text(sheet.text(key)).close();
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  /** A round figure that is not less. */
  private static double round(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    for (double factor : new double[] {1, 2, 4, 8}) {
      if (factor * power >= most) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
