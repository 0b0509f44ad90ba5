package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes forecasts, one line per series and step, to a file that appears when all is written. Holds
 * the numbers of one model at a time.
 */
final class ForecastRows implements AutoCloseable {
  private final Path out;
  private final Path part;
  private final CsvWriter writer;
  private final List<OneSeries> series;
  private final boolean models;
  private final boolean whole;
  private final double[][][] answers;
  private long lines;
  private boolean finished;

  /**
   * @param models whether a column names the model
   * @param whole whether values are rounded to whole numbers
   */
  ForecastRows(
      Path out, List<OneSeries> series, List<Double> quantiles, boolean models, boolean whole) {
    this.out = out;
    this.part = out.resolveSibling(out.getFileName() + ".part");
    this.series = series;
    this.models = models;
    this.whole = whole;
    this.answers = new double[series.size()][][];
    try {
      this.writer = CsvWriter.builder().build(part, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw cannot(e);
    }
    List<String> header = new ArrayList<>(List.of("series", "step", "mean"));
    quantiles.forEach(level -> header.add("q" + level));
    if (models) {
      header.add("model");
    }
    writer.writeRecord(header);
  }

  private CliFailure cannot(IOException e) {
    return new CliFailure(
        ExitCode.USAGE,
        "Cannot write %s: %s\nMaybe its folder does not exist or belongs to another user."
            .formatted(out, e),
        e);
  }

  /** Takes the forecast of the series at a place; mean and quantiles. */
  void take(int place, JsonNode forecast) {
    JsonNode quantiles = forecast.path("quantiles");
    double[][] rows = new double[1 + quantiles.size()][];
    rows[0] = doubles(forecast.path("mean"));
    for (int q = 0; q < quantiles.size(); q++) {
      rows[1 + q] = doubles(quantiles.get(q));
    }
    answers[place] = rows;
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  /** Writes what one model answered, in the order of the file, and forgets it. */
  void write(String model) {
    for (int place = 0; place < answers.length; place++) {
      double[][] rows = answers[place];
      for (int step = 0; rows != null && step < rows[0].length; step++) {
        List<String> line = new ArrayList<>(rows.length + 3);
        line.add(series.get(place).id());
        line.add(Integer.toString(step + 1));
        for (double[] row : rows) {
          line.add(text(row[step]));
        }
        if (models) {
          line.add(model);
        }
        writer.writeRecord(line);
        lines++;
      }
      answers[place] = null;
    }
  }

  /** Forgets what a model answered that failed later. */
  void forget() {
    java.util.Arrays.fill(answers, null);
  }

  private String text(double value) {
    return whole
        ? BigDecimal.valueOf(value).setScale(0, java.math.RoundingMode.HALF_UP).toPlainString()
        : Double.toString(value);
  }

  /** Gives the file its name. */
  long finish() {
    try {
      writer.close();
      finished = true;
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      return lines;
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Takes an unfinished file away. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      writer.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw cannot(e);
    }
  }
}
