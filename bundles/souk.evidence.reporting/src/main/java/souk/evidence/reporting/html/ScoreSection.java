package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What customers will probably do, and told beside happened. */
final class ScoreSection {
  private ScoreSection() {}

  static void write(Page page) {
    page.section(
        "scores",
        () -> {
          JsonNode run = page.facts().path("scores");
          if (run.path("groups").isEmpty()) {
            page.empty("empty.scores");
            return;
          }
          page.paragraph(
              page.text(
                  "scores.strategy",
                  run.path("strategy").asText(),
                  run.path("horizonDays").asInt()));
          if (run.has("fallbackReason")) {
            page.note(page.text("segments.fallback", run.path("fallbackReason").asText()));
          }
          table(page, run.path("groups"));
          calibration(page, run);
        });
  }

  private static void table(Page page, JsonNode groups) {
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode group : groups) {
      rows.add(
          List.of(
              group.path("id").asText().equals("all")
                  ? page.text("scores.all")
                  : SegmentSection.name(page, group),
              f.number(group.path("customers"), 0),
              f.percent(group.path("buys"), 0),
              f.percent(group.path("churned"), 0),
              f.number(group.path("purchases"), 0),
              f.roundMoney(group.path("spend"))));
    }
    page.table(
        List.of(
            "column.segment",
            "column.customers",
            "column.willBuy",
            "column.hasLeft",
            "column.expectedPurchases",
            "column.expectedSpend"),
        rows);
  }

  private static void calibration(Page page, JsonNode run) {
    JsonNode bins = run.path("bins");
    if (bins.isEmpty()) {
      return;
    }
    Figures f = page.figures();
    page.paragraph(
        page.text(
            "scores.calibration",
            run.path("family").asText(),
            f.number(run.path("judged"), 0),
            f.number(run.path("auc"), 3),
            f.number(run.path("auc.recency"), 3),
            f.number(run.path("eceUncorrected"), 3),
            f.number(run.path("ece"), 3)));
    ObjectNode chart = page.chart("bars", page.text("scores.chart"), 80 + 42 * bins.size());
    chart.put("percent", true);
    ArrayNode categories = chart.putArray("categories");
    ArrayNode series = chart.putArray("series");
    ArrayNode told = series.addObject().put("name", page.text("scores.told")).putArray("values");
    ArrayNode bought =
        series.addObject().put("name", page.text("scores.bought")).putArray("values");
    for (int b = 0; b < bins.size(); b++) {
      categories.add(Integer.toString(b + 1));
      told.add(bins.get(b).path("told"));
      bought.add(bins.get(b).path("bought"));
    }
  }
}
