package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How demand answers to prices, and where the data do not tell. */
final class ResponseSection {
  private ResponseSection() {}

  static void write(Page page) {
    page.section(
        "response",
        () -> {
          JsonNode response = page.facts().path("response");
          if (response.isMissingNode()) {
            page.empty("empty.response");
            return;
          }
          Figures f = page.figures();
          page.html().open("p");
          page.badge(response.path("label").asText());
          page.html()
              .text(
                  " "
                      + page.text(
                          "response.summary",
                          f.number(response.path("items"), 0),
                          f.percent(1 - response.path("shareNotIdentified").asDouble(), 0),
                          f.percent(response.path("shareNotIdentified"), 0),
                          f.number(response.path("pooledElasticity"), 2)))
              .close("p");
          whyNot(page, response.path("whyNotIdentified"));
          if (response.path("identified").isEmpty()) {
            page.empty("empty.identified");
          } else {
            page.pair(
                () -> chart(page, response.path("identified")),
                () -> table(page, response.path("identified")));
          }
        });
  }

  private static void whyNot(Page page, JsonNode reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    List<Map.Entry<String, JsonNode>> mostFirst = new ArrayList<>(reasons.properties());
    mostFirst.sort(Comparator.comparingLong(e -> -e.getValue().asLong()));
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> e : mostFirst) {
      rows.add(
          List.of(
              page.textOr("whynot." + e.getKey(), e.getKey()),
              page.figures().number(e.getValue(), 0)));
    }
    page.table(List.of("column.whyNot", "column.articles"), rows);
  }

  private static void chart(Page page, JsonNode items) {
    ObjectNode chart = page.chart("intervals", page.text("response.chart"), 60 + 44 * items.size());
    ArrayNode rows = chart.putArray("rows");
    for (JsonNode item : items) {
      rows.addObject()
          .put("name", item.path("sku").asText())
          .put("low", item.path("interval").path("low").asDouble())
          .put("mid", item.path("elasticity").asDouble())
          .put("high", item.path("interval").path("high").asDouble());
    }
  }

  private static void table(Page page, JsonNode items) {
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode item : items) {
      rows.add(
          List.of(
              Titles.article(item),
              f.number(item.path("elasticity"), 2),
              f.number(item.path("interval").path("low"), 2)
                  + " … "
                  + f.number(item.path("interval").path("high"), 2),
              f.number(item.path("distinctPrices"), 0),
              f.number(item.path("weeks"), 0)));
    }
    page.table(
        List.of(
            "column.article",
            "column.elasticity",
            "column.interval",
            "column.distinctPrices",
            "column.weeks"),
        rows);
  }
}
