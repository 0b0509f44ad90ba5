package souk.edge.webconsole.customers;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import souk.customer.api.BehaviorForecast;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** How well was told on earlier days: told beside happened, and the families that were tried. */
final class CalibrationView {
  private static final int SIZE = 300;
  private static final int EDGE = 34;

  private CalibrationView() {}

  static void show(Sheet sheet, BehaviorForecast forecast) {
    Map<String, Double> measures = forecast.measures();
    sheet.section("calibration", sheet.text("customers.calibration"));
    if (!measures.containsKey("ece")) {
      sheet.empty(sheet.text("customers.calibration.none"));
      sheet.endSection();
      return;
    }
    sheet.html().element("p", sheet.text("customers.calibration.what", forecast.horizonDays()));
    sheet.html().open("dl");
    fact(sheet, measures, "auc", "auc");
    fact(sheet, measures, "auc.recency", "recency");
    fact(sheet, measures, "eceUncorrected", "before");
    fact(sheet, measures, "ece", "after");
    RunFacts.fact(sheet, "judged", Figures.count(Math.round(measures.getOrDefault("judged", 0.0))));
    sheet.html().close();
    drawing(sheet, measures);
    sheet.html().open("details").element("summary", sheet.text("customers.calibration.numbers"));
    sheet.table("customers", "tenth", "size", "told", "bought");
    for (int b = 0; measures.containsKey("bin" + b + ".told"); b++) {
      sheet.row();
      sheet.figure("tenth", b + 1);
      sheet.figure("size", Figures.count(Math.round(value(measures, b, "customers"))));
      sheet.figure("told", percent(value(measures, b, "told")));
      sheet.figure("bought", percent(value(measures, b, "bought")));
      sheet.endRow();
    }
    sheet.endTable();
    sheet.html().close();
    families(sheet, measures);
    weights(sheet, measures);
    sheet.endSection();
  }

  private static void fact(Sheet sheet, Map<String, Double> measures, String name, String key) {
    Double value = measures.get(name);
    if (value != null) {
      RunFacts.fact(sheet, key, String.format(Locale.ROOT, "%.3f", value));
    }
  }

  private static double value(Map<String, Double> measures, int bin, String what) {
    return measures.getOrDefault("bin" + bin + "." + what, Double.NaN);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static void families(Sheet sheet, Map<String, Double> measures) {
    sheet.html().element("h3", sheet.text("customers.families"));
    sheet.table("customers", "family", "logLoss");
    new TreeMap<>(measures)
        .forEach(
            (name, value) -> {
              if (name.startsWith("logLoss.")) {
                sheet.row();
                sheet.cell("family", name.substring("logLoss.".length()));
                sheet.figure("logLoss", String.format(Locale.ROOT, "%.4f", value));
                sheet.endRow();
              }
            });
    sheet.endTable();
  }

  /** The profile score, the one family whose whole rule fits on a page. */
  private static void weights(Sheet sheet, Map<String, Double> measures) {
    if (measures.keySet().stream().noneMatch(name -> name.startsWith("weight."))) {
      return;
    }
    sheet.html().open("details").element("summary", sheet.text("customers.weights"));
    sheet.html().element("p", sheet.text("customers.weights.what"), "class", "small");
    sheet.table("customers", "figure", "weight");
    measures.entrySet().stream()
        .filter(measure -> measure.getKey().startsWith("weight."))
        .sorted((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
        .forEach(
            measure -> {
              sheet.row();
              String figure = measure.getKey().substring("weight.".length());
              sheet.cell("figure", sheet.text("customers.figure." + figure));
              sheet.figure("weight", String.format(Locale.ROOT, "%+.3f", measure.getValue()));
              sheet.endRow();
            });
    sheet.endTable();
    sheet.html().close();
  }

  /** Points on the diagonal are told as they happen. */
  private static void drawing(Sheet sheet, Map<String, Double> measures) {
    Html html = sheet.html();
    double most = 0.1;
    for (int b = 0; measures.containsKey("bin" + b + ".told"); b++) {
      most = Math.max(most, Math.max(value(measures, b, "told"), value(measures, b, "bought")));
    }
    double top = Math.ceil(10 * most) / 10;
    html.open(
        "svg",
        "class",
        "reliability",
        "viewBox",
        "0 0 " + SIZE + " " + SIZE,
        "width",
        Integer.toString(SIZE),
        "height",
        Integer.toString(SIZE),
        "role",
        "img",
        "aria-label",
        sheet.text("customers.calibration.drawing"));
    line(html, "axis", EDGE, SIZE - EDGE, SIZE - 8, SIZE - EDGE);
    line(html, "axis", EDGE, SIZE - EDGE, EDGE, 8);
    line(html, "even", EDGE, SIZE - EDGE, SIZE - 8, 8);
    for (int b = 0; measures.containsKey("bin" + b + ".told"); b++) {
      html.open(
              "circle",
              "cx",
              at(EDGE + value(measures, b, "told") / top * (SIZE - EDGE - 8)),
              "cy",
              at(SIZE - EDGE - value(measures, b, "bought") / top * (SIZE - EDGE - 8)),
              "r",
              "4")
          .close();
    }
    word(html, SIZE - 8, SIZE - EDGE + 14, "end", percent(top));
    word(html, EDGE - 4, 16, "end", String.format(Locale.ROOT, "%.0f %%", 100 * top));
    word(html, (SIZE + EDGE) / 2, SIZE - 6, "middle", sheet.text("customers.column.told"));
    word(html, EDGE + 6, 16, "start", sheet.text("customers.column.bought"));
    html.close();
  }

  private static void line(Html html, String css, int x1, int y1, int x2, int y2) {
    html.open("line", "class", css, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2)).close();
  }

  private static void word(Html html, int x, int y, String anchor, String text) {
    html.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
