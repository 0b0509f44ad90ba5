package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Forecasts with intervals and the backtest against seasonal naive. */
final class ForecastSection {
  private static final int CHALLENGERS = 3;

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
          champions(page, run.path("champions"));
          page.reasons(run.path("reasons"));
          page.html().element("h3", page.text("forecasts.series"));
          page.html().open("div", "class", "grid");
          for (JsonNode series : run.path("series")) {
            chart(page, series);
          }
          page.html().close("div");
          parts(page, page.facts().path("decomposition"));
        });
  }

  private static void champions(Page page, JsonNode champions) {
    if (champions.isEmpty()) {
      return;
    }
    page.html().element("h3", page.text("forecasts.champions"));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode champion : champions) {
      String group = champion.path("group").asText();
      String serving = champion.path("strategy").asText();
      String wape = "–";
      List<String> others = new ArrayList<>();
      for (JsonNode score : champion.path("ranking")) {
        String text = page.figures().percent(score.path("wape"), 1);
        if (score.path("strategy").asText().equals(serving)) {
          wape = text;
        } else if (others.size() < CHALLENGERS) {
          others.add(score.path("strategy").asText() + " " + text);
        }
      }
      rows.add(
          List.of(
              group.isEmpty() ? page.text("forecasts.all") : group,
              serving,
              wape,
              String.join(", ", others)));
    }
    page.table(
        List.of("column.category", "column.champion", "column.wape", "column.challengers"), rows);
  }

  private static void parts(Page page, JsonNode decomposition) {
    page.html().element("h3", page.text("forecasts.parts"));
    if (decomposition.path("series").isEmpty()) {
      page.empty("empty.decomposition");
      return;
    }
    page.note(page.text("forecasts.parts.note"));
    page.html().open("div", "class", "grid");
    for (JsonNode series : decomposition.path("series")) {
      taken(page, series);
    }
    page.html().close("div");
    page.reasons(decomposition.path("reasons"));
  }

  /** One article: what was sold, the baseline, the lift above it and the dip below it. */
  private static void taken(Page page, JsonNode series) {
    ObjectNode chart = page.chart("lines", Titles.article(series), 260);
    ArrayNode x = chart.putArray("x");
    ArrayNode lines = chart.putArray("series");
    ArrayNode sold = lines.addObject().put("name", page.text("label.OBSERVED")).putArray("values");
    ArrayNode baseline =
        lines
            .addObject()
            .put("name", page.text("forecasts.baseline"))
            .put("dashed", true)
            .putArray("values");
    ArrayNode bands = chart.putArray("bands");
    ObjectNode lift = bands.addObject().put("name", page.text("forecasts.lift"));
    ObjectNode dip = bands.addObject().put("name", page.text("forecasts.dip"));
    lift.put("colour", "good");
    dip.put("colour", "bad");
    ArrayNode liftLow = lift.putArray("low");
    ArrayNode liftHigh = lift.putArray("high");
    ArrayNode dipLow = dip.putArray("low");
    ArrayNode dipHigh = dip.putArray("high");
    for (JsonNode week : series.path("weeks")) {
      double base = week.path("baseline").asDouble();
      x.add(week.path("week").asText());
      sold.add(week.path("units"));
      baseline.add(base);
      liftLow.add(base);
      liftHigh.add(base + week.path("lift").asDouble());
      dipLow.add(base + week.path("dip").asDouble());
      dipHigh.add(base);
    }
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
              f.number(score.path("rmsse"), 2),
              f.number(score.path("smape"), 1),
              f.number(score.path("pinball"), 3),
              f.number(score.path("msis"), 1),
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
            "column.rmsse",
            "column.smape",
            "column.pinball",
            "column.msis",
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
