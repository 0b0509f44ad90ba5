package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares models inside the history of a file. */
final class BacktestRun {
  private final Api api;
  private final ForecastQuestion question;
  private final BacktestOptions options;

  BacktestRun(Api api, ForecastQuestion question, BacktestOptions options) {
    this.api = api;
    this.question = question;
    this.options = options;
  }

  /**
   * @param models ids; the automatic choice takes its choice from the comparison of all
   */
  void run(List<String> models) {
    List<String> compared =
        models.contains(ForecastModels.AUTO) ? new ForecastModels(api).ids() : models;
    List<ForecastQuestion.Part> parts = question.parts();
    ProgressBar bar = ProgressBar.onErrorStream("Backtest");
    ForecastWork work = new ForecastWork(api, question, bar, 1);
    Map<String, BacktestRow> rows = new LinkedHashMap<>();
    List<String> reasons = new ArrayList<>();
    for (ForecastQuestion.Part part : parts) {
      JsonNode job =
          work.ask(
              "/forecasts/adhoc/backtest",
              part,
              json -> {
                json.writeNumberField("origins", options.origins());
                json.writeNumberField("originStep", options.step(question.horizon()));
                json.writeArrayFieldStart("strategies");
                for (String model : compared) {
                  json.writeString(model);
                }
                json.writeEndArray();
              },
              compared.size() + " models");
      JsonNode report = Jobs.result("Backtest", job);
      for (JsonNode score : report.path("scores")) {
        if (score.path("group").asText().isEmpty()) {
          rows.computeIfAbsent(score.path("strategy").asText(), BacktestRow::new).add(score);
        }
      }
      report.path("reasons").forEach(reason -> reasons.add(reason.path("text").asText()));
    }
    bar.done(String.format(Locale.ROOT, "%.0f series/s", rate(work)));
    BacktestTable table = new BacktestTable(List.copyOf(rows.values()));
    reasons.stream().distinct().forEach(System.err::println);
    System.out.print(table.text());
    options.out().ifPresent(table::write);
  }

  private double rate(ForecastWork work) {
    return question.set().series().size() / Math.max(1e-9, work.seconds());
  }
}
