package souk.it.bench.lifetime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import souk.customer.lib.lifetime.PurchaseDays;

/** The usual sample of the CDNOW cohort: 2,357 customers, purchases to the end of June 1998. */
public final class CdnowData {
  /** Last day of the 39 weeks that models are fitted to. */
  public static final int CALIBRATION = (int) LocalDate.of(1997, 9, 30).toEpochDay();

  /** Last day of the 39 weeks that follow. */
  public static final int END = (int) LocalDate.of(1998, 6, 30).toEpochDay();

  private static final int CUSTOMERS = 2357;

  private CdnowData() {}

  public static PurchaseDays read(Path folder) throws IOException {
    List<String[]> lines =
        Files.readAllLines(folder.resolve("cdnow_sample.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    return PurchaseDays.of(
        CUSTOMERS,
        lines.stream().mapToInt(cells -> Integer.parseInt(cells[1]) - 1).toArray(),
        lines.stream().mapToInt(cells -> (int) LocalDate.parse(cells[2]).toEpochDay()).toArray(),
        lines.stream().mapToDouble(cells -> Double.parseDouble(cells[4])).toArray());
  }
}
