package souk.edge.webconsole.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** The versions of one model, who serves, and how that changes. */
final class VersionsView {
  private static final List<String> HEADLINE =
      List.of("auc", "logLoss", "rmse", "heldOutWape", "qini", "loss");
  private static final int MOST = 2;

  private final Sheet sheet;
  private final Html html;

  VersionsView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(KeptModel model, int shown) {
    sheet.section("versions", sheet.text("models.versions", model.name()));
    table(model, shown, current(model, true));
    rollBack(model);
    List<KeptVersion> archived = current(model, false);
    if (!archived.isEmpty()) {
      html.open("details", "class", "archived");
      html.element("summary", sheet.text("models.archived", archived.size()));
      table(model, shown, archived);
      html.close();
    }
    promotions(model);
    sheet.endSection();
  }

  private static List<KeptVersion> current(KeptModel model, boolean current) {
    return model.versions().stream()
        .filter(one -> (model.state(one) == KeptModel.State.ARCHIVED) != current)
        .toList();
  }

  private void table(KeptModel model, int shown, List<KeptVersion> versions) {
    sheet.table("models.versions", "version", "state", "learner", "kept", "figures", "change");
    for (KeptVersion version : versions) {
      KeptModel.State state = model.state(version);
      if (version.number() == shown) {
        sheet.row("class", "primary");
      } else {
        sheet.row();
      }
      sheet.open("version");
      html.element(
          "a",
          sheet.text("models.versions.number", version.number()),
          "href",
          sheet.link("model", model.name(), "version", Integer.toString(version.number()))
              + "#version");
      html.close();
      sheet.open("state");
      String word = state.name().toLowerCase(Locale.ROOT);
      html.element(
          "span",
          sheet.text("models.state." + word),
          "class",
          "badge " + (state == KeptModel.State.CHAMPION ? "done" : ""));
      html.close();
      sheet.cell("learner", version.learner());
      sheet.when("kept").text(version.keptAt().map(Figures::time).orElse("–")).close();
      sheet.cell("figures", headline(version));
      sheet.open("change");
      if (state == KeptModel.State.CHAMPION) {
        html.text("–");
      } else {
        promote(model, version);
      }
      html.close();
      sheet.endRow();
    }
    sheet.endTable();
  }

  private String headline(KeptVersion version) {
    Map<String, KeptVersion.Measure> figures = version.figures();
    List<String> said = new ArrayList<>();
    for (String name : HEADLINE) {
      KeptVersion.Measure measure = figures.get(name);
      if (measure != null && said.size() < MOST) {
        said.add(Measures.name(sheet, name) + " " + Measures.number(measure.value()));
      }
    }
    return said.isEmpty() ? "–" : String.join(" · ", said);
  }

  private void promote(KeptModel model, KeptVersion version) {
    html.open("details");
    html.element(
        "summary",
        sheet.text("models.promote"),
        "aria-label",
        sheet.text("models.promote.of", version.number(), model.name()));
    sheet.form();
    sheet.hidden("model", model.name());
    sheet.hidden("version", Integer.toString(version.number()));
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("models.promote.go"), "promote");
    html.close();
    sheet.endForm();
    html.close();
  }

  private void rollBack(KeptModel model) {
    if (!model.hasServedBefore()) {
      return;
    }
    html.open("details", "class", "act");
    html.element("summary", sheet.text("models.roll-back"));
    sheet.form();
    sheet.hidden("model", model.name());
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("models.roll-back.go"), "roll-back");
    html.close();
    sheet.endForm();
    html.close();
  }

  private void promotions(KeptModel model) {
    if (model.promotions().isEmpty()) {
      html.element("p", sheet.text("models.promotions.none"), "class", "small");
      return;
    }
    html.element("h3", sheet.text("models.promotions"));
    sheet.table("models.promotions", "version", "at", "by", "reason");
    for (Plain promotion : model.promotions()) {
      sheet.row();
      sheet.figure("version", promotion.whole("version"));
      sheet.when("at").text(promotion.time("at").map(Figures::time).orElse("–")).close();
      sheet.cell("by", promotion.text("by"));
      sheet.cell("reason", promotion.text("reason"));
      sheet.endRow();
    }
    sheet.endTable();
  }
}
