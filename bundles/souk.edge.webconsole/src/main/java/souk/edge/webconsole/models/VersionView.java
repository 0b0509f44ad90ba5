package souk.edge.webconsole.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** One version: where it comes from, how good it was, whether its probabilities hold. */
final class VersionView {
  private static final int COLUMNS = 12;
  private static final int STEPS = 4;
  private static final double LEAST_RADIUS = 2.5;
  private static final double MORE_RADIUS = 5;

  private final Sheet sheet;
  private final Html html;

  VersionView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(KeptModel model, KeptVersion version) {
    sheet.section("version", sheet.text("models.version", version.number(), model.name()));
    lineage(version);
    measures(version);
    sheet.endSection();
    calibration(version);
    importance(version);
    curve(version);
  }

  private void lineage(KeptVersion version) {
    html.open("dl");
    term("models.learner", version.learner());
    version.keptAt().ifPresent(at -> term("models.kept", Figures.time(at)));
    version.lineage().forEach(this::lineage);
    term("models.size", size(version.bytes()));
    html.close();
    html.element("p", sheet.text("models.checksum", version.sha256()), "class", "id");
  }

  private void lineage(String name, String value) {
    String key = "models.lineage." + name;
    String text = sheet.text(key);
    html.open("div").element("dt", text.equals(key) ? name : text);
    html.element("dd", value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value);
    html.close();
  }

  private void term(String key, String value) {
    html.open("div").element("dt", sheet.text(key)).element("dd", value).close();
  }

  static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%,d KB", (bytes + 999) / 1_000)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  private void measures(KeptVersion version) {
    Map<String, KeptVersion.Measure> figures = version.figures();
    if (figures.isEmpty()) {
      sheet.empty(sheet.text("models.measures.none"));
      return;
    }
    html.element("h3", sheet.text("models.measures"));
    sheet.table("models.measures", "measure", "value", "interval");
    figures.forEach(
        (name, measure) -> {
          sheet.row();
          sheet.cell("measure", Measures.name(sheet, name));
          sheet.figure("value", Measures.number(measure.value()));
          sheet.figure("interval", Measures.interval(measure));
          sheet.endRow();
        });
    sheet.endTable();
  }

  private void calibration(KeptVersion version) {
    List<KeptVersion.Bin> bins = version.calibration();
    if (bins.isEmpty()) {
      return;
    }
    sheet.section("calibration", sheet.text("models.calibration"));
    html.element("p", sheet.text("models.calibration.intro"), "class", "small");
    double most = bins.stream().mapToInt(KeptVersion.Bin::rows).max().orElse(1);
    List<Plot.Point> points = new ArrayList<>();
    for (KeptVersion.Bin bin : bins) {
      String says =
          sheet.text(
              "models.calibration.point",
              Figures.share(bin.predicted()),
              Figures.share(bin.happened()),
              Figures.count(bin.rows()));
      points.add(
          new Plot.Point(
              bin.predicted(),
              bin.happened(),
              LEAST_RADIUS + MORE_RADIUS * Math.sqrt(bin.rows() / most),
              says));
    }
    double[] axis = {0, 1};
    new Plot(340, 320, axis, axis)
        .line("level", List.of(new Plot.Point(0, 0, 0, ""), new Plot.Point(1, 1, 0, "")))
        .line("forecast", points)
        .show(
            html,
            "",
            sheet.text("models.calibration.predicted"),
            sheet.text("models.calibration.happened"),
            sheet.text("models.calibration.drawing", bins.size()));
    html.open("details").element("summary", sheet.text("models.numbers"));
    sheet.table("models.calibration", "rows", "predicted", "happened");
    for (KeptVersion.Bin bin : bins) {
      sheet.row();
      sheet.figure("rows", Figures.count(bin.rows()));
      sheet.figure("predicted", Figures.percent(bin.predicted()));
      sheet.figure("happened", Figures.percent(bin.happened()));
      sheet.endRow();
    }
    sheet.endTable();
    html.close();
    sheet.endSection();
  }

  private void importance(KeptVersion version) {
    List<KeptVersion.Importance> columns = version.importance();
    if (columns.isEmpty()) {
      return;
    }
    sheet.section("importance", sheet.text("models.importance"));
    html.element("p", sheet.text("models.importance.intro"), "class", "small");
    double most = Math.max(1e-12, columns.get(0).rise().value());
    sheet.table("models.importance", "column", "share", "rise", "interval");
    for (KeptVersion.Importance one : columns.subList(0, Math.min(COLUMNS, columns.size()))) {
      double share = Math.max(0, one.rise().value() / most);
      sheet.row();
      sheet.cell("column", one.column());
      sheet.open("share");
      html.open(
              "meter",
              "min",
              "0",
              "max",
              "1",
              "value",
              String.format(Locale.ROOT, "%.3f", share),
              "aria-label",
              sheet.text("models.importance.share", one.column(), Figures.share(share)))
          .close();
      html.close();
      sheet.figure("rise", Measures.number(one.rise().value()));
      sheet.figure("interval", Measures.interval(one.rise()));
      sheet.endRow();
    }
    sheet.endTable();
    if (columns.size() > COLUMNS) {
      html.element(
          "p", sheet.text("models.importance.more", columns.size() - COLUMNS), "class", "small");
    }
    sheet.endSection();
  }

  /** The course of a training that went in epochs; other models have none. */
  private void curve(KeptVersion version) {
    List<KeptVersion.Epoch> curve = version.curve();
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
