package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Forecasts the series of a file into another one. */
final class ForecastRun {
  private final Api api;
  private final ForecastQuestion question;
  private final Path out;
  private final AroundModel around;

  ForecastRun(Api api, ForecastQuestion question, Path out, AroundModel around) {
    this.api = api;
    this.question = question;
    this.out = out;
    this.around = around;
  }

  void run(List<String> models) {
    ProgressBar bar = ProgressBar.onErrorStream("Forecast");
    ForecastWork work = new ForecastWork(api, question, bar, models.size());
    List<OneSeries> series = question.set().series();
    int answered = 0;
    long lines;
    try (ForecastRows rows =
        new ForecastRows(out, series, question.quantiles(), models.size() > 1, around.whole())) {
      for (String model : models) {
        answered += ask(work, model, rows, models.size() == 1) ? 1 : 0;
      }
      if (answered == 0) {
        throw new CliFailure(ExitCode.FAILED, "None of the models " + models + " answered.");
      }
      lines = rows.finish();
    }
    double seconds = Math.max(1e-9, work.seconds());
    bar.done(
        String.format(Locale.ROOT, "%.0f series/s", (double) series.size() * answered / seconds));
    System.out.printf(
        "series %d  horizon %d  lines %d  out %s%n", series.size(), question.horizon(), lines, out);
  }

  /**
   * A model that fails is told; it ends the verb only if no other was asked for. What was chosen
   * automatically for the first part holds for all.
   */
  private boolean ask(ForecastWork work, String model, ForecastRows rows, boolean only) {
    boolean automatic = model.equals(ForecastModels.AUTO);
    String asked = automatic ? "" : model;
    for (ForecastQuestion.Part part : question.parts()) {
      String strategy = asked;
      JsonNode job =
          work.ask(
              "/forecasts/adhoc",
              part,
              json -> {
                question.writeQuantiles(json);
                around.write(json);
                if (!strategy.isEmpty()) {
                  json.writeStringField("strategy", strategy);
                }
              },
              model);
      if (only) {
        Jobs.result("Forecast", job);
      } else if (!job.path("state").asText().equals("DONE")) {
        System.err.printf("%nModel %s failed: %s%n", model, Jobs.error(job));
        rows.forget();
        return false;
      }
      JsonNode result = job.path("result");
      for (int i = 0; i < part.places().size(); i++) {
        rows.take(part.places().get(i), result.path("series").get(i));
      }
      if (automatic && asked.isEmpty()) {
        JsonNode provenance = result.path("provenance");
        asked = provenance.path("strategy").asText();
        System.err.printf("%nauto: %s%n", provenance.path("options").path("choice").asText(asked));
      }
    }
    rows.write(model);
    return true;
  }
}
