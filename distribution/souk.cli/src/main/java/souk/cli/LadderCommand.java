package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "ladder",
    mixinStandardHelpOptions = true,
    header = "Chooses prices from ladders within a budget.",
    description =
        "Chooses one step of each item's price ladder: most profit while the costs stay "
            + "within the budget. Input columns: item, step, price, profit, units, cost. "
            + "Prints objective, bound, gap.")
final class LadderCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("item", "step", "price", "profit", "units", "cost");

  @Mixin private PlaceOptions options;

  @Option(names = "--input", required = true, paramLabel = "CSV", description = "The ladders.")
  private Path input;

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "B",
      description = "Upper limit of the summed cost.")
  private double budget;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "CSV",
      description = "The chosen step of each item, in the columns of the input.")
  private Path out;

  @Override
  public Integer call() {
    Table table = Table.read(input, COLUMNS);
    Map<String, List<NamedCsvRecord>> ladders = new LinkedHashMap<>();
    for (NamedCsvRecord row : table.rows()) {
      ladders.computeIfAbsent(row.getField("item"), item -> new ArrayList<>()).add(row);
    }
    ObjectNode body = request(table, ladders);
    JsonNode result;
    try (Session session = Session.forComputing(options.place())) {
      result = new Jobs(session.api("admin")).run("Ladder", "/ladders", body);
    }
    write(ladders, result.path("choice"));
    System.out.printf(
        Locale.ROOT,
        "objective %s  bound %s  gap %s  items %d  out %s%n",
        result.path("objective").asText(),
        result.path("bound").asText(),
        result.path("gap").asText(),
        ladders.size(),
        out);
    return ExitCode.OK.value();
  }

  private ObjectNode request(Table table, Map<String, List<NamedCsvRecord>> ladders) {
    ObjectNode body = Api.object().put("budget", budget);
    ArrayNode items = body.putArray("items");
    ladders.forEach(
        (item, rows) -> {
          ArrayNode steps = items.addObject().put("id", item).putArray("steps");
          for (NamedCsvRecord row : rows) {
            ObjectNode step = steps.addObject();
            for (String column : COLUMNS.subList(2, COLUMNS.size())) {
              step.put(column, table.number(row, column));
            }
          }
        });
    return body;
  }

  /** {@code choice}: per item, in the order of the request, the index of the chosen step. */
  private void write(Map<String, List<NamedCsvRecord>> ladders, JsonNode choice) {
    if (choice.size() != ladders.size()) {
      throw new CliFailure(
          ExitCode.FAILED,
          "The answer holds %d choices for %d items.".formatted(choice.size(), ladders.size()));
    }
    try (CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      writer.writeRecord(COLUMNS);
      int item = 0;
      for (List<NamedCsvRecord> rows : ladders.values()) {
        NamedCsvRecord row = rows.get(choice.get(item++).asInt());
        writer.writeRecord(COLUMNS.stream().map(row::getField).toList());
      }
    } catch (IOException e) {
      throw new CliFailure(ExitCode.FAILED, "Cannot write " + out + ": " + e.getMessage(), e);
    }
  }
}
