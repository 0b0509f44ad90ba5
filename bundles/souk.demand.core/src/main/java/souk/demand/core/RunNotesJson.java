package souk.demand.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestReport;
import souk.demand.api.Champion;
import souk.demand.api.ForecastRequest;
import souk.demand.api.Measure;
import souk.demand.api.SeriesChoice;
import souk.model.Reason;

/** Notes of runs as documents, format 1. Reasons that many series share are written once. */
final class RunNotesJson {
  private final CommonJson common = new CommonJson();

  String write(RunNotes notes) {
    BacktestReport report = notes.report();
    ForecastRequest request = notes.request();
    ObjectNode node =
        common
            .object()
            .put("format", 1)
            .put("runId", report.runId())
            .put("season", notes.season())
            .put("refresh", notes.refresh());
    node.putObject("request")
        .put("horizonWeeks", request.horizonWeeks())
        .put("items", request.items())
        .put("includeSimulated", request.includeSimulated())
        .put("seed", request.seed());
    ArrayNode scores = node.putArray("scores");
    report.scores().forEach(score -> write(score, scores.addObject()));
    ArrayNode champions = node.putArray("champions");
    for (Champion champion : report.champions()) {
      champions
          .addObject()
          .put("group", champion.group())
          .put("strategy", champion.strategy())
          .set("reason", common.of(champion.reason()));
    }
    Map<Reason, Integer> shared = new LinkedHashMap<>();
    ArrayNode choices = node.putArray("choices");
    for (SeriesChoice choice : report.choices()) {
      int at = shared.computeIfAbsent(choice.reason(), reason -> shared.size());
      choices.addArray().add(choice.seriesId()).add(choice.group()).add(choice.strategy()).add(at);
    }
    ArrayNode why = node.putArray("choiceReasons");
    shared.keySet().forEach(reason -> why.add(common.of(reason)));
    ArrayNode reasons = node.putArray("reasons");
    report.reasons().forEach(reason -> reasons.add(common.of(reason)));
    ObjectNode fingerprints = node.putObject("fingerprints");
    notes.fingerprints().forEach(fingerprints::put);
    ObjectNode references = node.putObject("references");
    notes
        .references()
        .forEach(
            (group, reference) ->
                references
                    .putArray(group)
                    .add(reference.mean())
                    .add(reference.deviation())
                    .add(reference.steps()));
    return common.text(node);
  }

  private static void write(AccuracyScore score, ObjectNode node) {
    node.put("strategy", score.strategy())
        .put("group", score.group())
        .put("series", score.series())
        .put("origins", score.origins())
        .put("horizon", score.horizon())
        .put("refused", score.refused());
    for (Measure measure : Measure.values()) {
      score.value(measure).ifPresent(value -> node.put(measure.id(), value));
    }
  }

  RunNotes read(String text) {
    JsonNode node = common.tree(text);
    JsonNode request = node.path("request");
    List<AccuracyScore> scores = new ArrayList<>();
    node.path("scores").forEach(child -> scores.add(score(child)));
    List<Champion> champions = new ArrayList<>();
    for (JsonNode child : node.path("champions")) {
      String group = child.path("group").asText();
      champions.add(
          new Champion(
              group,
              child.path("strategy").asText(),
              scores.stream().filter(score -> score.group().equals(group)).toList(),
              CommonJson.reason(child.path("reason"))));
    }
    List<Reason> shared = CommonJson.reasons(node.path("choiceReasons"));
    List<SeriesChoice> choices = new ArrayList<>();
    for (JsonNode child : node.path("choices")) {
      choices.add(
          new SeriesChoice(
              child.path(0).asText(),
              child.path(1).asText(),
              child.path(2).asText(),
              shared.get(child.path(3).asInt())));
    }
    Map<String, String> fingerprints = new LinkedHashMap<>();
    node.path("fingerprints")
        .properties()
        .forEach(entry -> fingerprints.put(entry.getKey(), entry.getValue().asText()));
    Map<String, RunNotes.Reference> references = new LinkedHashMap<>();
    node.path("references")
        .properties()
        .forEach(
            entry ->
                references.put(
                    entry.getKey(),
                    new RunNotes.Reference(
                        entry.getValue().path(0).asDouble(),
                        entry.getValue().path(1).asDouble(),
                        entry.getValue().path(2).asInt())));
    return new RunNotes(
        new BacktestReport(
            node.path("runId").asText(),
            scores,
            champions,
            choices,
            CommonJson.reasons(node.path("reasons"))),
        new ForecastRequest(
            request.path("horizonWeeks").asInt(),
            request.path("items").asInt(),
            request.path("includeSimulated").asBoolean(),
            request.path("seed").asLong()),
        node.path("season").asInt(),
        node.path("refresh").asBoolean(),
        fingerprints,
        references);
  }

  private static AccuracyScore score(JsonNode node) {
    AccuracyScore.Builder builder =
        AccuracyScore.builder(node.path("strategy").asText(), node.path("group").asText())
            .judged(
                node.path("series").asInt(),
                node.path("origins").asInt(),
                node.path("horizon").asInt())
            .refused(node.path("refused").asInt());
    for (Measure measure : Measure.values()) {
      if (node.has(measure.id())) {
        builder.value(measure, node.path(measure.id()).asDouble());
      }
    }
    return builder.build();
  }
}
