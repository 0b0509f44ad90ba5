package souk.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Learns a column of a table from the others, and says how well that goes.",
    description = {
      "Input: CSV in UTF-8 with a header, may be packed (.gz). Columns of numbers and of texts, "
          + "fields may be empty. Learners are compared on rows that they did not learn from, the "
          + "best is chosen, its probabilities are corrected.",
      "Answer: row (1 for the first line after the header), score: a probability, or a figure.",
      "",
      "  souk learn --table sessions.csv --target bought --task classify",
      "  souk learn --table train.csv --target amount --task regress --predict test.csv --out scores.csv",
      ""
    })
final class LearnCommand implements Callable<Integer> {
  /** What is asked. */
  enum Task {
    CLASSIFY,
    REGRESS
  }

  @Option(names = "--table", required = true, paramLabel = "CSV", description = "Rows to learn.")
  private Path input = Path.of("");

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "What is to be learned.")
  private String target = "";

  @Option(
      names = "--task",
      required = true,
      description = "classify: which of two kinds; regress: how much.")
  private Task task = Task.CLASSIFY;

  @Option(
      names = "--positive",
      paramLabel = "KIND",
      description = "Whose probability is learned (default: the rarer kind).")
  private Optional<String> positive = Optional.empty();

  @Option(names = "--predict", paramLabel = "CSV", description = "Rows to answer.")
  private Optional<Path> predict = Optional.empty();

  @Option(names = "--out", paramLabel = "CSV", description = "The answers.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "When a row was: then later rows are judged by earlier ones.")
  private Optional<String> time = Optional.empty();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns that are not learned from.")
  private List<String> ignored = List.of();

  @Option(
      names = "--learners",
      split = ",",
      paramLabel = "LEARNER",
      description = "Who takes part (default: all).")
  private List<String> learners = List.of();

  @Option(
      names = "--folds",
      defaultValue = "5",
      paramLabel = "N",
      description = "Parts that take turns in being judged (default: ${DEFAULT-VALUE}).")
  private int folds = 5;

  @Option(names = "--seed", defaultValue = "1", description = "Same seed, same answer.")
  private long seed = 1;

  @Option(
      names = "--keep",
      paramLabel = "NAME",
      description = "Keeps the model in the platform under this name.")
  private Optional<String> keep = Optional.empty();

  @Mixin private PlaceOptions options;

  @Override
  public Integer call() {
    if (predict.isPresent() != out.isPresent()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "--predict and --out belong together.\nMaybe %s is missing."
              .formatted(predict.isPresent() ? "--out CSV" : "--predict CSV"));
    }
    LearnTable table = LearnTable.read(input);
    table.require(target, "--target");
    ignored.forEach(column -> table.require(column, "--ignore"));
    if (task == Task.REGRESS) {
      table.requireFigures(target);
    }
    time.ifPresent(
        column -> {
          table.require(column, "--time");
          table.order(column);
        });
    Optional<LearnTable> asked = predict.map(LearnTable::read);
    try (Session session =
        keep.isPresent()
            ? Session.onState(options.place())
            : Session.forComputing(options.place())) {
      JsonNode answer =
          new Jobs(session.api("admin")).run("Learn", "/learning/adhoc", body(table, asked));
      System.out.print(new LearnText(answer, table.names().size()).text());
      out.ifPresent(file -> write(file, answer.path("scores")));
    }
    return ExitCode.OK.value();
  }

  private byte[] body(LearnTable table, Optional<LearnTable> asked) {
    String asTexts = task == Task.CLASSIFY ? target : "";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("target", target);
      json.writeStringField("task", task.name());
      json.writeNumberField("folds", folds);
      json.writeNumberField("seed", seed);
      write(json, "positive", positive);
      write(json, "time", time);
      write(json, "keep", keep);
      write(json, "ignored", ignored);
      write(json, "learners", learners);
      json.writeFieldName("columns");
      table.write(json, asTexts);
      if (asked.isPresent()) {
        json.writeFieldName("predict");
        asked.get().write(json, asTexts);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  private static void write(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void write(Path file, JsonNode scores) {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("row", "score");
      for (int r = 0; r < scores.size(); r++) {
        csv.writeRecord(Integer.toString(r + 1), scores.get(r).asText());
      }
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.USAGE, "Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
    System.out.printf("rows %d  out %s%n", scores.size(), file);
  }
}
