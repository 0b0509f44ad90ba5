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
    new CurveView(sheet).show(version.curve());
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
}
