package souk.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import souk.customer.lib.lifetime.LifetimeFit;

/** Writes one line per customer to a file that appears when all is written. */
final class LifetimeRows {
  private LifetimeRows() {}

  static int write(Path out, List<String> names, LifetimeFit fit) {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    int size = fit.histories().size();
    try {
      try (CsvWriter writer = CsvWriter.builder().build(part, StandardCharsets.UTF_8)) {
        writer.writeRecord("customer", "expected_purchases", "p_alive", "expected_value");
        for (int i = 0; i < size; i++) {
          writer.writeRecord(
              names.get(fit.histories().customer(i)),
              number(fit.expected(i)),
              number(fit.alive(i)),
              number(fit.value(i)));
        }
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      return size;
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.USAGE,
          "Cannot write %s: %s\nMaybe its folder does not exist or belongs to another user."
              .formatted(out, e),
          e);
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
