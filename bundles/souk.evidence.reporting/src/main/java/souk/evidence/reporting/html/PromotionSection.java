package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Promotion plans. */
final class PromotionSection {
  private PromotionSection() {}

  static void write(Page page) {
    page.section(
        "promotions",
        () -> {
          int shown = 0;
          for (JsonNode plan : page.facts().path("plans")) {
            if (plan.path("kind").asText().equals("PROMOTION")) {
              PlanParts.head(page, plan);
              lines(page, plan.path("promotionLines"));
              Assumptions.cost(page);
              PlanParts.tail(page, plan);
              shown++;
            }
          }
          if (shown == 0) {
            page.empty("empty.promotions");
          }
        });
  }

  private static void lines(Page page, JsonNode lines) {
    if (lines.isEmpty()) {
      page.empty("empty.promotionLines");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode line : lines) {
      String segment = line.path("segment").asText();
      rows.add(
          List.of(
              line.path("name").asText(),
              depth(page, line),
              page.textOr("segment." + segment, segment),
              line.path("articles").asInt() == 0
                  ? page.text("promotions.all")
                  : f.number(line.path("articles"), 0),
              f.money(line.path("cost")),
              f.money(line.path("incrementalProfit")),
              f.money(line.path("profitInterval").path("low").asDouble(), 2)
                  + " … "
                  + f.money(line.path("profitInterval").path("high").asDouble(), 2)));
    }
    page.table(
        List.of(
            "column.promotion",
            "column.depth",
            "column.segment",
            "column.articles",
            "column.discount",
            "column.incrementalProfit",
            "column.interval"),
        rows);
    page.html().open("details").element("summary", page.text("promotions.reasons"));
    for (JsonNode line : lines) {
      page.html().element("h4", line.path("name").asText());
      page.reasons(line.path("reasons"));
    }
    page.html().close("details");
  }

  private static String depth(Page page, JsonNode line) {
    Figures f = page.figures();
    return line.path("type").asText().equals("THRESHOLD")
        ? page.text(
            "promotions.threshold",
            f.money(line.path("amountOff")),
            f.money(line.path("threshold")))
        : page.text("promotions.percentage", f.number(line.path("percentOff"), 0));
  }
}
