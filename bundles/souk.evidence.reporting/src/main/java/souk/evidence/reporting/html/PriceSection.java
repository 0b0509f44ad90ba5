package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Price plans with waterfalls. */
final class PriceSection {
  private static final int WATERFALLS = 2;

  private PriceSection() {}

  static void write(Page page) {
    page.section(
        "prices",
        () -> {
          int shown = 0;
          for (JsonNode plan : page.facts().path("plans")) {
            if (plan.path("kind").asText().equals("PRICE")) {
              plan(page, plan);
              shown++;
            }
          }
          if (shown == 0) {
            page.empty("empty.prices");
          }
        });
  }

  private static void plan(Page page, JsonNode plan) {
    PlanParts.head(page, plan);
    Figures f = page.figures();
    page.paragraph(
        page.text(
            "prices.summary",
            f.number(plan.path("lines"), 0),
            f.number(plan.path("raised"), 0),
            f.number(plan.path("lowered"), 0),
            f.number(plan.path("notIdentified"), 0)));
    page.html().open("div", "class", "grid");
    planWaterfall(page, plan);
    int shown = 0;
    for (JsonNode line : plan.path("priceLines")) {
      if (shown++ < WATERFALLS && line.path("waterfall").size() > 1) {
        lineWaterfall(page, line);
      }
    }
    page.html().close("div");
    lines(page, plan.path("priceLines"));
    if (plan.path("costAssumed").asLong() > 0) {
      page.note(
          page.text(
              "prices.costAssumed",
              f.number(plan.path("costAssumed"), 0),
              f.percent(page.facts().path("assumedCostShare"), 0)));
    }
    PlanParts.tail(page, plan);
  }

  private static void planWaterfall(Page page, JsonNode plan) {
    Waterfall steps = new Waterfall(page.chart("waterfall", page.text("prices.waterfall"), 280));
    double baseline = plan.path("baseline").asDouble();
    double objective = plan.path("objective").asDouble();
    double raised = plan.path("gainRaised").asDouble();
    double lowered = plan.path("gainLowered").asDouble();
    steps.total(page.text("column.baseline"), baseline);
    steps.step(page.text("prices.raised"), raised);
    steps.step(page.text("prices.lowered"), lowered);
    double rest = objective - baseline - raised - lowered;
    if (Math.abs(rest) >= 0.01) {
      steps.step(page.text("prices.rest"), rest);
    }
    steps.total(page.text("column.objective"), objective);
  }

  private static void lineWaterfall(Page page, JsonNode line) {
    Waterfall steps = new Waterfall(page.chart("waterfall", Titles.article(line), 280));
    JsonNode waterfall = line.path("waterfall");
    for (int i = 0; i < waterfall.size(); i++) {
      JsonNode step = waterfall.get(i);
      String name = page.textOr("step." + step.path("code").asText(), step.path("text").asText());
      if (i == 0) {
        steps.total(name, step.path("amount").asDouble());
      } else {
        steps.step(name, step.path("amount").asDouble());
      }
    }
    steps.total(page.text("column.profitThen"), line.path("profitThen").asDouble());
  }

  private static void lines(Page page, JsonNode lines) {
    if (lines.isEmpty()) {
      page.empty("empty.changes");
      return;
    }
    page.html().element("h4", page.text("prices.lines", lines.size()));
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode line : lines) {
      double now = line.path("current").asDouble();
      double then = line.path("proposed").asDouble();
      rows.add(
          List.of(
              Titles.article(line),
              f.money(line.path("current")),
              f.money(line.path("proposed")),
              f.percent(now == 0 ? 0 : then / now - 1, 1),
              f.money(line.path("unitCost")) + (line.path("costAssumed").asBoolean() ? " *" : ""),
              f.number(line.path("elasticity"), 2),
              f.number(line.path("unitsNow"), 1) + " → " + f.number(line.path("unitsThen"), 1),
              f.money(line.path("profitNow")) + " → " + f.money(line.path("profitThen")),
              f.money(line.path("profitChange").path("low").asDouble(), 2)
                  + " … "
                  + f.money(line.path("profitChange").path("high").asDouble(), 2)));
    }
    page.table(
        List.of(
            "column.article",
            "column.current",
            "column.proposed",
            "column.change",
            "column.unitCost",
            "column.elasticity",
            "column.unitsPerWeek",
            "column.profitPerWeek",
            "column.profitChange"),
        rows);
    if (lines.get(0).path("costAssumed").asBoolean()) {
      page.html().element("p", page.text("prices.star"), "class", "small");
    }
    page.html().open("details").element("summary", page.text("prices.reasons"));
    for (JsonNode line : lines) {
      page.html().element("h4", Titles.article(line));
      page.reasons(line.path("reasons"));
    }
    page.html().close("details");
  }

  /** Steps of a waterfall with where each begins and ends. */
  private static final class Waterfall {
    private final ArrayNode steps;
    private double level;

    Waterfall(ObjectNode chart) {
      this.steps = chart.putArray("steps");
    }

    void total(String name, double value) {
      steps.addObject().put("name", name).put("from", 0).put("to", round(value)).put("total", true);
      level = value;
    }

    void step(String name, double change) {
      steps
          .addObject()
          .put("name", name)
          .put("from", round(level))
          .put("to", round(level + change))
          .put("total", false);
      level += change;
    }

    private static double round(double value) {
      return Math.round(value * 100) / 100.0;
    }
  }
}
