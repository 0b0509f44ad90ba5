package souk.demand.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.demand.api.BacktestScore;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.model.Frequency;
import souk.model.TimeGrid;

/** Forecast runs as documents, format 1. */
final class ForecastRunJson {
  private final CommonJson common = new CommonJson();

  String write(ForecastRun run) {
    ObjectNode node = common.object().put("format", 1).put("id", run.id());
    DemandForecast forecast = run.forecast();
    node.put("origin", forecast.grid().origin().toString())
        .put("frequency", forecast.grid().frequency().name())
        .put("firstStep", forecast.firstStep());
    node.set("provenance", common.of(forecast.provenance()));
    ArrayNode reasons = node.putArray("reasons");
    run.reasons().forEach(reason -> reasons.add(common.of(reason)));
    ArrayNode scores = node.putArray("backtest");
    run.backtest().forEach(score -> write(score, scores.addObject()));
    ArrayNode series = node.putArray("series");
    forecast
        .seriesList()
        .forEach(
            one -> {
              ObjectNode child = series.addObject();
              child.put("id", one.seriesId()).put("method", one.method());
              child.put("strategy", run.chosen().getOrDefault(one.seriesId(), ""));
              common.put(child, "mean", one.mean());
              common.put(child, "levels", one.levels());
              ArrayNode rows = child.putArray("quantiles");
              for (int q = 0; q < one.levels().length; q++) {
                ArrayNode row = rows.addArray();
                for (double value : one.quantile(q)) {
                  row.add(value);
                }
              }
              ArrayNode notes = child.putArray("notes");
              one.notes().forEach(note -> notes.add(common.of(note)));
            });
    return common.text(node);
  }

  private static void write(BacktestScore score, ObjectNode node) {
    node.put("strategy", score.strategy())
        .put("series", score.series())
        .put("origins", score.origins())
        .put("horizon", score.horizon())
        .put("mase", score.mase())
        .put("smape", score.smape())
        .put("wape", score.wape())
        .put("bias", score.bias())
        .put("pinball", score.pinball())
        .put("coverage80", score.coverage80())
        .put("wapeRatio", score.wapeRatio());
  }

  ForecastRun read(String text) {
    JsonNode node = common.tree(text);
    TimeGrid grid =
        new TimeGrid(
            LocalDate.parse(node.path("origin").asText()),
            Frequency.valueOf(node.path("frequency").asText()));
    List<SeriesForecast> seriesList = new ArrayList<>();
    Map<String, String> chosen = new LinkedHashMap<>();
    for (JsonNode child : node.path("series")) {
      double[][] quantiles = new double[child.path("quantiles").size()][];
      for (int q = 0; q < quantiles.length; q++) {
        quantiles[q] = CommonJson.doubles(child.path("quantiles").get(q));
      }
      String id = child.path("id").asText();
      chosen.put(id, child.path("strategy").asText());
      seriesList.add(
          new SeriesForecast(
              id,
              CommonJson.doubles(child.path("mean")),
              CommonJson.doubles(child.path("levels")),
              quantiles,
              child.path("method").asText(),
              CommonJson.reasons(child.path("notes"))));
    }
    List<BacktestScore> scores = new ArrayList<>();
    node.path("backtest").forEach(score -> scores.add(score(score)));
    return new ForecastRun(
        node.path("id").asText(),
        new DemandForecast(
            grid,
            node.path("firstStep").asInt(),
            seriesList,
            CommonJson.provenance(node.path("provenance"))),
        scores,
        chosen,
        CommonJson.reasons(node.path("reasons")));
  }

  private static BacktestScore score(JsonNode node) {
    return new BacktestScore(
        node.path("strategy").asText(),
        node.path("series").asInt(),
        node.path("origins").asInt(),
        node.path("horizon").asInt(),
        node.path("mase").asDouble(),
        node.path("smape").asDouble(),
        node.path("wape").asDouble(),
        node.path("bias").asDouble(),
        node.path("pinball").asDouble(),
        node.path("coverage80").asDouble(),
        node.path("wapeRatio").asDouble());
  }
}
