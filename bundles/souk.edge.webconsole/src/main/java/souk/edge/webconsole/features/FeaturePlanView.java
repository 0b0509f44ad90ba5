package souk.edge.webconsole.features;

import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.FeaturePlan;
import souk.model.Reason;

/** What a change would do, with the button that carries it out, as HTML. */
final class FeaturePlanView {
  private final Sheet sheet;
  private final Html html;

  FeaturePlanView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(FeaturePlan plan) {
    String kind = plan.change().kind().name().toLowerCase(Locale.ROOT);
    String action = sheet.text("features.action." + kind);
    sheet.section("plan", sheet.text("features.plan", action + " " + plan.change().feature()));
    html.open("div", "class", "assumption");
    reasons("features.plan.refusals", plan.refusals(), "bad");
    list("features.plan.in", plan.featuresIn());
    list("features.plan.out", plan.featuresOut());
    list("features.plan.installed", plan.installed());
    list("features.plan.beside", plan.updatedBeside());
    list("features.plan.in-place", plan.updatedInPlace());
    list("features.plan.removed", plan.removed());
    list("features.plan.refreshed", plan.refreshed());
    reasons("features.plan.warnings", plan.warnings(), "small");
    if (plan.refusals().isEmpty()) {
      sheet.form();
      sheet.hidden("feature", plan.change().feature());
      sheet.reason();
      html.open("div", "class", "buttons");
      sheet.button(action, kind);
      html.close();
      sheet.endForm();
    }
    html.element("a", sheet.text("features.plan.close"), "href", sheet.link());
    html.close();
    sheet.endSection();
  }

  private void list(String key, List<String> names) {
    if (!names.isEmpty()) {
      html.element("h3", sheet.text(key)).open("ul");
      names.forEach(name -> html.element("li", name));
      html.close();
    }
  }

  private void reasons(String key, List<Reason> reasons, String style) {
    if (!reasons.isEmpty()) {
      html.element("h3", sheet.text(key)).open("ul");
      reasons.forEach(reason -> html.element("li", reason.text(), "class", style));
      html.close();
    }
  }
}
