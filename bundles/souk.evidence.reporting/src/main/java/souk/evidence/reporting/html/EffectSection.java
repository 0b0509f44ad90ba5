package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the plans changed compared with their hold-outs. */
final class EffectSection {
  private EffectSection() {}

  static void write(Page page) {
    page.section(
        "effects",
        () -> {
          JsonNode effects = page.facts().path("effects");
          if (effects.isEmpty()) {
            page.empty("empty.effects");
            return;
          }
          page.paragraph(page.text("effects.explained"));
          if (simulated(effects)) {
            page.html().open("p");
            page.badge("SIMULATED");
            page.html().text(" " + page.text("effects.simulated")).close("p");
          }
          page.pair(() -> chart(page, effects), () -> runs(page));
          table(page, effects);
          Assumptions.cost(page);
          page.html().open("details").element("summary", page.text("effects.notes"));
          for (JsonNode effect : effects) {
            page.html()
                .element(
                    "h4",
                    effect.path("experimentId").asText()
                        + " · "
                        + page.text("metric." + metric(effect))
                        + " · "
                        + effect.path("method").asText());
            page.reasons(effect.path("notes"));
          }
          page.html().close("details");
        });
  }

  private static boolean simulated(JsonNode effects) {
    for (JsonNode effect : effects) {
      if (effect.path("label").asText().equals("SIMULATED")) {
        return true;
      }
    }
    return false;
  }

  private static void chart(Page page, JsonNode effects) {
    int count = 0;
    ArrayNode rows = page.charts().arrayNode();
    for (JsonNode effect : effects) {
      if (effect.path("metric").asText().equals("profit")) {
        double treated = effect.path("treated").asDouble();
        rows.addObject()
            .put(
                "name",
                effect.path("experimentId").asText() + " · " + effect.path("planId").asText())
            .put("low", effect.path("interval").path("low").asDouble() * treated)
            .put("mid", effect.path("total").asDouble())
            .put("high", effect.path("interval").path("high").asDouble() * treated);
        count++;
      }
    }
    ObjectNode chart =
        page.chart(
            "intervals",
            page.text("effects.chart", page.facts().path("currency").asText()),
            90 + 44 * count);
    chart.set("rows", rows);
  }

  private static void runs(Page page) {
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode run : page.facts().path("simulations")) {
      rows.add(
          List.of(
              run.path("id").asText() + " · " + run.path("experimentId").asText(),
              run.path("firstWeek").asText(),
              f.number(run.path("weeks"), 0),
              f.number(run.path("quotes"), 0),
              f.roundMoney(run.path("revenue")),
              f.roundMoney(run.path("profit"))));
    }
    if (!rows.isEmpty()) {
      page.table(
          List.of(
              "column.run",
              "column.firstWeek",
              "column.weeks",
              "column.quotes",
              "column.revenue",
              "column.profit"),
          rows);
    }
  }

  private static void table(Page page, JsonNode effects) {
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode e : effects) {
      int digits = 2;
      rows.add(
          List.of(
              e.path("experimentId").asText()
                  + " · "
                  + e.path("planId").asText()
                  + " · "
                  + page.text("unit." + e.path("unit").asText()),
              page.text("metric." + metric(e)),
              f.number(e.path("perUnit"), digits),
              f.number(e.path("interval").path("low"), digits)
                  + " … "
                  + f.number(e.path("interval").path("high"), digits),
              f.number(e.path("total"), 0),
              f.percent(e.path("relative"), 1),
              f.number(e.path("treated"), 0) + " / " + f.number(e.path("control"), 0),
              page.text("label." + e.path("label").asText())));
    }
    page.table(
        List.of(
            "column.experiment",
            "column.metric",
            "column.perUnit",
            "column.interval95",
            "column.total",
            "column.relative",
            "column.sides",
            "column.rung"),
        rows);
  }

  private static String metric(JsonNode effect) {
    String metric = effect.path("metric").asText();
    return List.of("profit", "revenue", "units").contains(metric) ? metric : "other";
  }
}
