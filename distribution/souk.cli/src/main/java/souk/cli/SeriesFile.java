package souk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Series in long form: one line per series and time, oldest first within a series. A line whose
 * value is empty lies in the future and carries known covariates only.
 */
final class SeriesFile {
  private static final List<String> COLUMNS = List.of("series", "time", "value");

  private final Table table;
  private final int horizon;
  private final List<String> covariates;

  SeriesFile(Path file, int horizon) {
    this.table = Table.read(file, COLUMNS);
    this.horizon = horizon;
    this.covariates = table.header().stream().filter(name -> !COLUMNS.contains(name)).toList();
  }

  ArrayNode series(ObjectNode parent) {
    Map<String, List<NamedCsvRecord>> byName = new LinkedHashMap<>();
    for (NamedCsvRecord row : table.rows()) {
      byName.computeIfAbsent(row.getField("series"), name -> new ArrayList<>()).add(row);
    }
    ArrayNode all = parent.putArray("series");
    byName.forEach((name, rows) -> add(all.addObject().put("id", name), rows));
    return all;
  }

  private void add(ObjectNode series, List<NamedCsvRecord> rows) {
    ArrayNode values = series.putArray("values");
    boolean future = false;
    for (NamedCsvRecord row : rows) {
      boolean empty = row.getField("value").isBlank();
      if (future && !empty) {
        throw table.wrong(
            row, "value", row.getField("value"), "follows a line of the same series without value");
      }
      future = empty;
      if (!empty) {
        values.add(table.number(row, "value"));
      }
    }
    int ahead = rows.size() - values.size();
    if (covariates.isEmpty() || ahead == 0) {
      return;
    }
    if (ahead < horizon) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The series %s in %s knows its covariates %d steps ahead, the horizon is %d.\nMaybe lines with an empty value are missing at its end."
              .formatted(series.get("id").asText(), table.file(), ahead, horizon));
    }
    ObjectNode known = series.putObject("covariates");
    for (String covariate : covariates) {
      ArrayNode column = known.putArray(covariate);
      rows.subList(0, values.size() + horizon)
          .forEach(row -> column.add(table.number(row, covariate)));
    }
  }
}
