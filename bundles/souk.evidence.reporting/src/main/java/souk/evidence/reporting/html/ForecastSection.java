package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Forecasts with intervals and the backtest against seasonal naive. */
final class ForecastSection {
  private ForecastSection() {}

  static void write(Page page) {
    page.section(
        "forecasts",
        () -> {
          JsonNode run = page.facts().path("forecasts");
          if (run.isMissingNode()) {
            page.empty("empty.forecasts");
            return;
          }
          page.html().element("h3", page.text("forecasts.backtest"));
          backtest(page, run.path("backtest"));
          page.reasons(run.path("reasons"));
          page.html().element("h3", page.text("forecasts.series"));
          page.html().open("div", "class", "grid");
          for (JsonNode series : run.path("series")) {
            chart(page, series);
          }
          page.html().close("div");
        });
  }

  private static void backtest(Page page, JsonNode scores) {
    if (scores.isEmpty()) {
      page.empty("empty.backtest");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    Figures f = page.figures();
    for (JsonNode score : scores) {
      rows.add(
          List.of(
              score.path("strategy").asText(),
              f.percent(score.path("wape"), 1),
              f.number(score.path("wapeRatio"), 3),
              f.number(score.path("mase"), 2),
              f.percent(score.path("bias"), 1),
              f.percent(score.path("coverage80"), 0),
              f.number(score.path("series"), 0),
              f.number(score.path("origins"), 0)));
    }
    page.table(
        List.of(
            "column.strategy",
            "column.wape",
            "column.wapeRatio",
            "column.mase",
            "column.bias",
            "column.coverage",
            "column.series",
            "column.origins"),
        rows);
    page.note(page.text("forecasts.note"));
  }

  private static void chart(Page page, JsonNode series) {
    String title = Titles.article(series) + " · " + series.path("method").asText();
    ObjectNode chart = page.chart("lines", title, 260);
    ArrayNode x = chart.putArray("x");
    ArrayNode lines = chart.putArray("series");
    ArrayNode sold = lines.addObject().put("name", page.text("label.OBSERVED")).putArray("values");
    ObjectNode forecast =
        lines.addObject().put("name", page.text("forecasts.mean")).put("dashed", true);
    ArrayNode mean = forecast.putArray("values");
    ObjectNode band = page.charts().objectNode();
    ArrayNode low = band.putArray("low");
    ArrayNode high = band.putArray("high");
    for (JsonNode week : series.path("history")) {
      x.add(week.path("week").asText());
      sold.add(week.path("units"));
      mean.addNull();
      low.addNull();
      high.addNull();
    }
    boolean interval = false;
    for (JsonNode week : series.path("forecast")) {
      x.add(week.path("week").asText());
      sold.addNull();
      mean.add(week.path("mean"));
      if (week.has("low")) {
        interval = true;
        low.add(week.path("low"));
        high.add(week.path("high"));
      }
    }
    if (interval) {
      band.put("name", page.text("forecasts.interval"));
      chart.set("band", band);
    }
  }
}
