package souk.edge.webconsole.plans;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.plan.api.Plan;
import souk.trust.api.Review;

/** Table of plans, newest first. */
final class PlanListView {
  private static final List<String> COLUMNS =
      List.of("plan", "kind", "from", "state", "objective", "bound", "gap", "label");

  private final Messages messages;
  private final Html html;
  private final String root;
  private final String language;

  PlanListView(Messages messages, Html html, String root, String language) {
    this.messages = messages;
    this.html = html;
    this.root = root;
    this.language = language;
  }

  void show(List<Plan> plans, Function<String, Review> reviewOf) {
    if (plans.isEmpty()) {
      html.element("p", messages.text("plans.none"), "class", "empty");
      return;
    }
    html.open("table").open("thead").open("tr");
    for (String column : COLUMNS) {
      html.element("th", messages.text("plans.column." + column), "scope", "col");
    }
    html.close().close().open("tbody");
    for (Plan plan : plans) {
      row(plan, reviewOf.apply(plan.id()));
    }
    html.close().close();
  }

  private void row(Plan plan, Review review) {
    html.open("tr");
    cell("plan").element("a", plan.id(), "href", link(plan.id())).close();
    cell("kind").text(messages.text("kind." + plan.kind().name().toLowerCase(Locale.ROOT)));
    html.close();
    cell("from").text(messages.text("plans.period", plan.from(), plan.weeks())).close();
    cell("state").text(messages.text("review." + review.state().name().toLowerCase(Locale.ROOT)));
    html.close();
    cell("objective").text(plan.objective()).close();
    cell("bound").text(plan.bound()).close();
    cell("gap").text(Figures.gap(plan.gap())).close();
    cell("label");
    Figures.label(messages, html, plan.label());
    html.close().close();
  }

  private Html cell(String column) {
    return html.open("td", "data-label", messages.text("plans.column." + column));
  }

  private String link(String planId) {
    String link = root + "?plan=" + URLEncoder.encode(planId, StandardCharsets.UTF_8);
    return language.isEmpty()
        ? link
        : link + "&lang=" + URLEncoder.encode(language, StandardCharsets.UTF_8);
  }
}
