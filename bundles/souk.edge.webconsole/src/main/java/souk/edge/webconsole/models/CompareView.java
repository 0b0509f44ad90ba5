package souk.edge.webconsole.models;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** Two versions of a model side by side. */
final class CompareView {
  private final Sheet sheet;
  private final Html html;

  CompareView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  /**
   * @param first 0 for the champion
   * @param second 0 for the newest of the others
   */
  void show(KeptModel model, long first, long second) {
    Optional<KeptVersion> left = model.version(first == 0 ? model.champion() : first);
    Optional<KeptVersion> right = second == 0 ? model.rival() : model.version(second);
    if (model.versions().size() < 2 || left.isEmpty() || right.isEmpty()) {
      return;
    }
    sheet.section("compare", sheet.text("models.compare"));
    form(model, left.get(), right.get());
    html.open("div", "class", "compared");
    table(left.get(), right.get());
    html.close();
    if (!same(left.get(), right.get(), "snapshot")) {
      html.element("p", sheet.text("models.compare.other-data"), "class", "assumption");
    }
    sheet.endSection();
  }

  private static boolean same(KeptVersion left, KeptVersion right, String lineage) {
    String known = left.lineage().get(lineage);
    return known != null && known.equals(right.lineage().get(lineage));
  }

  private void form(KeptModel model, KeptVersion left, KeptVersion right) {
    sheet.question("");
    sheet.hidden("model", model.name());
    html.open("div", "class", "fields");
    choice(model, "models.compare.first", "first", left);
    choice(model, "models.compare.second", "second", right);
    html.element("button", sheet.text("models.compare.go"), "type", "submit");
    html.close();
    sheet.endForm();
  }

  private void choice(KeptModel model, String key, String name, KeptVersion chosen) {
    sheet.choice(
        sheet.text(key),
        name,
        Integer.toString(chosen.number()),
        "",
        model.versions().stream().map(version -> Integer.toString(version.number())).toList());
  }

  private void table(KeptVersion left, KeptVersion right) {
    Map<String, KeptVersion.Measure> first = left.figures();
    Map<String, KeptVersion.Measure> second = right.figures();
    KeptVersion.Measure none = new KeptVersion.Measure(Double.NaN, Double.NaN, Double.NaN);
    sheet.table("models.compare", "measure", "first", "second", "verdict");
    row(sheet.text("models.learner"), left.learner(), right.learner());
    new TreeSet<>(
            Stream.concat(left.lineage().keySet().stream(), right.lineage().keySet().stream())
                .toList())
        .stream()
            .filter(name -> !same(left, right, name))
            .forEach(
                name ->
                    row(
                        lineage(name),
                        shortened(left.lineage().getOrDefault(name, "–")),
                        shortened(right.lineage().getOrDefault(name, "–"))));
    for (String name :
        new TreeSet<>(Stream.concat(first.keySet().stream(), second.keySet().stream()).toList())) {
      row(name, first.getOrDefault(name, none), second.getOrDefault(name, none));
    }
    sheet.endTable();
  }

  private String lineage(String name) {
    String key = "models.lineage." + name;
    String text = sheet.text(key);
    return text.equals(key) ? name : text;
  }

  private static String shortened(String value) {
    return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
  }

  private void row(String what, String first, String second) {
    sheet.row();
    sheet.cell("measure", what);
    sheet.cell("first", first);
    sheet.cell("second", second);
    sheet.cell("verdict", "");
    sheet.endRow();
  }

  private void row(String name, KeptVersion.Measure first, KeptVersion.Measure second) {
    sheet.row();
    sheet.cell("measure", Measures.name(sheet, name));
    figure("first", first);
    figure("second", second);
    sheet.open("verdict");
    Measures.Side side = Measures.side(name, first, second);
    if (side != Measures.Side.UNKNOWN) {
      html.element(
          "span",
          sheet.text("models.side." + side.name().toLowerCase(java.util.Locale.ROOT)),
          "class",
          "badge "
              + (side == Measures.Side.BETTER
                  ? "done"
                  : side == Measures.Side.WORSE ? "failed" : ""));
    }
    html.close();
    sheet.endRow();
  }

  private void figure(String column, KeptVersion.Measure measure) {
    sheet.open(column);
    html.text(Measures.number(measure.value()));
    String interval = Measures.interval(measure);
    if (!interval.equals("–")) {
      html.element("div", interval, "class", "small");
    }
    html.close();
  }
}
