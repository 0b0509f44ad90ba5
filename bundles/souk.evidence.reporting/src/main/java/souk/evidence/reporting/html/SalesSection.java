package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Revenue per week. */
final class SalesSection {
  private static final int ROWS = 12;

  private SalesSection() {}

  static void write(Page page) {
    page.section(
        "sales",
        () -> {
          JsonNode weeks = page.facts().path("sales");
          if (weeks.isEmpty()) {
            page.empty("empty.sales");
            return;
          }
          page.pair(() -> chart(page, weeks), () -> table(page, weeks));
          if (weeks.path(weeks.size() - 1).path("simulated").asBoolean()) {
            page.note(page.text("sales.simulated"));
          }
        });
  }

  private static void chart(Page page, JsonNode weeks) {
    ObjectNode chart =
        page.chart("lines", page.text("sales.chart", page.facts().path("currency").asText()), 380);
    ArrayNode x = chart.putArray("x");
    ArrayNode series = chart.putArray("series");
    ObjectNode observed = series.addObject().put("name", page.text("label.OBSERVED"));
    ArrayNode observedValues = observed.putArray("values");
    ArrayNode simulatedValues = page.charts().arrayNode();
    boolean anySimulated = false;
    for (JsonNode week : weeks) {
      boolean simulated = week.path("simulated").asBoolean();
      anySimulated |= simulated;
      x.add(week.path("week").asText());
      if (simulated) {
        observedValues.addNull();
        simulatedValues.add(week.path("revenue"));
      } else {
        observedValues.add(week.path("revenue"));
        simulatedValues.addNull();
      }
    }
    if (anySimulated) {
      ObjectNode simulated = series.addObject().put("name", page.text("label.SIMULATED"));
      simulated.put("dashed", true);
      simulated.set("values", simulatedValues);
    }
  }

  private static void table(Page page, JsonNode weeks) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = weeks.size() - 1; i >= Math.max(0, weeks.size() - ROWS); i--) {
      JsonNode week = weeks.get(i);
      String mark = week.path("simulated").asBoolean() ? " · " + page.text("label.SIMULATED") : "";
      rows.add(
          List.of(
              week.path("week").asText() + mark,
              page.figures().number(week.path("units"), 0),
              page.figures().roundMoney(week.path("revenue"))));
    }
    page.table(List.of("column.week", "column.units", "column.revenue"), rows);
  }
}
