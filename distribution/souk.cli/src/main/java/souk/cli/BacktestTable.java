package souk.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Models with their measures, smallest WAPE first, for people and for programs. */
final class BacktestTable {
  private static final int NAME = 26;
  private static final String HEAD = "%-" + NAME + "s %7s %6s %6s %8s %7s %8s %8s %8s %8s%n";

  private final List<BacktestRow> rows;

  BacktestTable(List<BacktestRow> rows) {
    this.rows =
        rows.stream()
            .sorted(Comparator.comparingDouble(row -> row.value("wape").orElse(Double.MAX_VALUE)))
            .toList();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            HEAD,
            "model",
            "sMAPE",
            "MASE",
            "RMSSE",
            "WAPE",
            "bias",
            "pinball",
            "cover80",
            "MSIS",
            "series"));
    for (BacktestRow row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              HEAD,
              row.model(),
              number(row.value("smape"), 1, "%.2f"),
              number(row.value("mase"), 1, "%.3f"),
              number(row.value("rmsse"), 1, "%.3f"),
              number(row.value("wape"), 100, "%.2f %%"),
              number(row.value("bias"), 100, "%+.1f %%"),
              number(row.value("pinball"), 1, "%.4f"),
              number(row.value("coverage80"), 100, "%.1f %%"),
              number(row.value("msis"), 1, "%.2f"),
              String.format(Locale.ROOT, "%,d", row.series())));
      if (row.refused() > 0) {
        text.append(
            String.format(Locale.ROOT, "%" + NAME + "s refused %,d series%n", "", row.refused()));
      }
    }
    return text.toString();
  }

  private static String number(OptionalDouble value, double factor, String form) {
    return value.isPresent() ? String.format(Locale.ROOT, form, factor * value.getAsDouble()) : "–";
  }

  /** The same with all digits; coverage and bias as shares. */
  void write(Path out) {
    try (CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      List<String> header = new ArrayList<>(List.of("model"));
      header.addAll(BacktestRow.MEASURES);
      header.addAll(List.of("series", "origins", "refused"));
      writer.writeRecord(header);
      for (BacktestRow row : rows) {
        List<String> line = new ArrayList<>(List.of(row.model()));
        for (String measure : BacktestRow.MEASURES) {
          OptionalDouble value = row.value(measure);
          line.add(value.isPresent() ? Double.toString(value.getAsDouble()) : "");
        }
        line.add(Integer.toString(row.series()));
        line.add(Integer.toString(row.origins()));
        line.add(Integer.toString(row.refused()));
        writer.writeRecord(line);
      }
    } catch (IOException e) {
      throw new CliFailure(ExitCode.USAGE, "Cannot write " + out + ": " + e.getMessage(), e);
    }
  }
}
