package souk.edge.webconsole.plans;

import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.plan.api.ConstraintState;
import souk.plan.api.Plan;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;
import souk.trust.api.Violation;

/** One plan with its figures, its verdict, its lines and what can be done with it. */
final class PlanView {
  private final Messages messages;
  private final Html html;
  private final Forms forms;
  private final boolean holdOut;

  /**
   * @param holdOut whether a hold-out can be designed here
   */
  PlanView(Messages messages, Html html, Forms forms, boolean holdOut) {
    this.messages = messages;
    this.html = html;
    this.forms = forms;
    this.holdOut = holdOut;
  }

  void show(Plan plan, Review review) {
    html.open("section", "aria-labelledby", "plan", "class", "plan");
    html.open("h2", "id", "plan").text(messages.text("plans.plan", plan.id())).text(" ");
    Figures.label(messages, html, plan.label());
    html.close();
    facts(plan, review);
    assumptions(plan);
    Figures.reasons(html, plan.reasons());
    verdict(review);
    actions(plan, review);
    steps(review);
    constraints(plan.constraints());
    new PlanLinesView(messages, html).show(plan);
    html.close();
  }

  private void facts(Plan plan, Review review) {
    html.open("dl");
    fact("state", messages.text("review." + review.state().name().toLowerCase(Locale.ROOT)));
    fact("baseline", plan.baseline());
    fact("objective", plan.objective());
    fact("bound", plan.bound());
    fact("gap", Figures.gap(plan.gap()));
    fact("strategy", plan.provenance().strategy() + "@" + plan.provenance().version());
    html.close();
  }

  private void fact(String name, Object value) {
    html.open("div").element("dt", messages.text("plans.column." + name)).element("dd", value);
    html.close();
  }

  private void assumptions(Plan plan) {
    if (!plan.assumptions().isEmpty()) {
      html.open("div", "class", "assumption", "role", "note");
      html.element("strong", messages.text("plans.assumptions"));
      Figures.reasons(html, plan.assumptions());
      html.close();
    }
  }

  private void verdict(Review review) {
    html.element("h3", messages.text("plans.verdict"));
    if (review.verdict().violations().isEmpty()) {
      html.element(
          "p",
          messages.text("plans.verdict.clean", String.join(", ", review.verdict().guards())),
          "class",
          "good");
      return;
    }
    html.open("ul", "class", "violations");
    for (Violation violation : review.verdict().violations()) {
      String severity = violation.severity().name().toLowerCase(Locale.ROOT).replace('_', '-');
      html.open("li");
      html.element("span", messages.text("severity." + severity), "class", "badge " + severity);
      html.text(" " + violation.rule() + " · " + violation.where() + ": ");
      html.text(violation.reason().text()).close();
    }
    html.close();
  }

  private void actions(Plan plan, Review review) {
    if (review.state() == ReviewState.PROPOSED) {
      forms.show("plan", plan.id(), List.of("approve", "reject"));
    } else if (review.state() == ReviewState.BLOCKED) {
      forms.show("plan", plan.id(), List.of("reject"));
    } else if (review.state() == ReviewState.APPROVED) {
      html.element(
          "p",
          messages.text(holdOut ? "plans.publish.hold-out" : "plans.publish.hint"),
          "class",
          "intro");
      forms.publish(plan.id(), holdOut);
    }
  }

  private void steps(Review review) {
    if (review.steps().isEmpty()) {
      return;
    }
    html.element("h3", messages.text("plans.history")).open("ul");
    for (Review.Step step : review.steps()) {
      html.element(
          "li",
          Figures.time(step.at())
              + " · "
              + step.actor()
              + " · "
              + step.action()
              + ": "
              + step.reason());
    }
    html.close();
  }

  private void constraints(List<ConstraintState> constraints) {
    if (constraints.isEmpty()) {
      return;
    }
    html.element("h3", messages.text("plans.constraints")).open("table").open("thead").open("tr");
    for (String column : List.of("name", "used", "limit", "binding", "shadow")) {
      html.element("th", messages.text("constraint." + column), "scope", "col");
    }
    html.close().close().open("tbody");
    for (ConstraintState c : constraints) {
      html.open("tr");
      cell("name", c.name());
      cell("used", Figures.number(c.used()));
      cell("limit", Figures.number(c.limit()));
      cell("binding", messages.text(c.binding() ? "yes" : "no"));
      cell("shadow", String.format(Locale.ROOT, "%.4g", c.shadowPrice()));
      html.close();
    }
    html.close().close();
  }

  private void cell(String column, Object value) {
    html.element("td", value, "data-label", messages.text("constraint." + column));
  }
}
