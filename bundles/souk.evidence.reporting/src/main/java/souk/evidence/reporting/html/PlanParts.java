package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What price plans and promotion plans share. */
final class PlanParts {
  private PlanParts() {}

  static void head(Page page, JsonNode plan) {
    String state = plan.path("state").asText("PROPOSED");
    page.html().open("h3").text(page.text("plan.title", plan.path("id").asText()) + " ");
    page.html().element("span", page.text("state." + state), "class", "badge").text(" ");
    page.badge(plan.path("label").asText());
    page.html().close("h3");
    Figures f = page.figures();
    page.table(
        List.of("column.plan", "column.baseline", "column.objective", "column.bound", "column.gap"),
        List.of(
            List.of(
                page.text(
                    "plan.period", plan.path("from").asText(), f.number(plan.path("weeks"), 0)),
                f.money(plan.path("baseline")),
                f.money(plan.path("objective")),
                f.money(plan.path("bound")),
                f.percent(plan.path("gap"), 3))));
  }

  static void tail(Page page, JsonNode plan) {
    constraints(page, plan.path("constraints"));
    page.reasons(plan.path("reasons"));
    for (JsonNode violation : plan.path("violations")) {
      page.note(
          page.text(
              "plan.violation",
              violation.path("rule").asText(),
              violation.path("where").asText(),
              page.messages().reason(violation.path("reason"))));
    }
    for (JsonNode assumption : plan.path("assumptions")) {
      page.note(page.text("plan.assumption", page.messages().reason(assumption)));
    }
  }

  private static void constraints(Page page, JsonNode constraints) {
    if (constraints.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode c : constraints) {
      rows.add(
          List.of(
              page.textOr("constraint." + c.path("name").asText(), c.path("name").asText()),
              f.number(c.path("used"), 2),
              f.number(c.path("limit"), 2),
              page.text(c.path("binding").asBoolean() ? "yes" : "no"),
              f.number(c.path("shadowPrice"), 4)));
    }
    page.table(
        List.of(
            "column.constraint",
            "column.used",
            "column.limit",
            "column.binding",
            "column.shadowPrice"),
        rows);
  }
}
