package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    header = "Forecasts the series of a file.",
    description =
        "Forecasts series. Input columns: series, time, value and optional known "
            + "covariates, which continue into the future on lines with an empty value. "
            + "Answer: series, step, mean, quantiles.")
final class ForecastCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Option(names = "--series", required = true, paramLabel = "CSV", description = "The history.")
  private Path input;

  @Option(names = "--horizon", required = true, paramLabel = "H", description = "Steps ahead.")
  private int horizon;

  @Option(
      names = "--season",
      defaultValue = "1",
      paramLabel = "M",
      description = "Steps of one season (default: ${DEFAULT-VALUE}, no season).")
  private int season;

  @Option(
      names = "--quantiles",
      split = ",",
      defaultValue = "0.1,0.5,0.9",
      paramLabel = "Q",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<Double> quantiles;

  @Option(names = "--strategy", description = "Forecaster by its id instead of the selected one.")
  private String strategy;

  @Option(names = "--out", required = true, paramLabel = "CSV", description = "The forecasts.")
  private Path out;

  @Override
  public Integer call() {
    ObjectNode body = Api.object().put("season", season).put("horizon", horizon);
    ArrayNode levels = body.putArray("quantiles");
    quantiles.forEach(levels::add);
    if (strategy != null) {
      body.put("strategy", strategy);
    }
    int count = new SeriesFile(input, horizon).series(body).size();
    JsonNode result;
    try (Session session = Session.forComputing(options.place())) {
      result = new Jobs(session.api("admin")).run("Forecast", "/forecasts/adhoc", body);
    }
    int lines = write(result.path("series"));
    System.out.printf("series %d  horizon %d  lines %d  out %s%n", count, horizon, lines, out);
    return ExitCode.OK.value();
  }

  private int write(JsonNode series) {
    int lines = 0;
    try (CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      List<String> header = new ArrayList<>(List.of("series", "step", "mean"));
      quantiles.forEach(level -> header.add("q" + level));
      writer.writeRecord(header);
      for (JsonNode one : series) {
        for (int step = 0; step < one.path("mean").size(); step++) {
          List<String> line = new ArrayList<>();
          line.add(one.path("id").asText());
          line.add(Integer.toString(step + 1));
          line.add(one.path("mean").get(step).asText());
          for (int level = 0; level < quantiles.size(); level++) {
            line.add(one.path("quantiles").get(level).get(step).asText());
          }
          writer.writeRecord(line);
          lines++;
        }
      }
    } catch (IOException e) {
      throw new CliFailure(ExitCode.FAILED, "Cannot write " + out + ": " + e.getMessage(), e);
    }
    return lines;
  }
}
