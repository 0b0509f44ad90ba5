package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadReport;
import souk.data.api.QualityFinding;
import souk.data.api.QuarantinedRow;

/**
 * A generated file with known faults. Faults of form must be found exactly; faults that only look
 * odd are compared with a clean twin, so that recall and precision can be stated.
 */
class PlantedFaultsTest {
  private static final int ROWS = 20_000;
  private static final int PLANTED_EACH = 60;
  @TempDir Path folder;

  /** A way to spoil a row: fields order, at, sku, name, qty, price, customer. */
  private record Fault(String reasonCode, Function<String[], String> spoil) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("row.not-a-date", f -> with(f, 1, "31/02/2024")),
          new Fault("row.not-a-date", f -> with(f, 1, "")),
          new Fault("row.not-a-number", f -> with(f, 4, "six")),
          new Fault("row.not-a-number", f -> with(f, 5, "1e400")),
          new Fault("row.negative-price", f -> with(f, 5, "-" + f[5])),
          new Fault("row.missing-value", f -> with(f, 2, "")),
          new Fault("row.missing-value", f -> with(f, 0, " ")),
          new Fault("row.date-out-of-range", f -> with(f, 1, "2204-05-06 10:00")),
          new Fault("row.field-count", f -> String.join(",", f) + ",surplus"),
          new Fault("row.too-many-decimals", f -> with(f, 5, "1.23456789")));

  @Test
  void faultsOfFormAreFoundExactly() {
    SplittableRandom random = new SplittableRandom(11);
    Map<Long, String> planted = new TreeMap<>();
    StringBuilder text = new StringBuilder(Samples.HEADER);
    for (int row = 0; row < ROWS; row++) {
      String[] fields = fields(random, row);
      int fault =
          random.nextInt(ROWS) < PLANTED_EACH * FAULTS.size() ? random.nextInt(FAULTS.size()) : -1;
      if (fault >= 0) {
        planted.put(row + 2L, FAULTS.get(fault).reasonCode());
        text.append(FAULTS.get(fault).spoil().apply(fields)).append('\n');
      } else {
        text.append(String.join(",", fields)).append('\n');
      }
    }
    try (TestStore store = new TestStore(folder)) {
      LoadReport report = store.loadText(text.toString(), Samples.LINES);
      Map<Long, String> found =
          store.loads.quarantine(report.loadId(), 0, ROWS).stream()
              .collect(Collectors.toMap(QuarantinedRow::rowNumber, QuarantinedRow::reasonCode));
      assertTrue(planted.size() > 400, "planted " + planted.size());
      assertEquals(planted, new TreeMap<>(found));
      assertEquals(ROWS, report.rowsLoaded() + report.rowsQuarantined());
    }
  }

  @Tag("slow")
  @Test
  void oddQuantitiesAndPricesAreFoundWithFewFalseAlarms() throws Exception {
    Map<String, Long> clean = findings("clean", false);
    Map<String, Long> spoiled = findings("spoiled", true);
    for (String rule : List.of("quality.quantity-outlier", "quality.price-outlier")) {
      long falseAlarms = clean.getOrDefault(rule, 0L);
      long found = spoiled.getOrDefault(rule, 0L);
      double recall = (found - falseAlarms) / (double) PLANTED_EACH;
      double precision = (found - falseAlarms) / (double) found;
      assertTrue(recall >= 0.9 && recall <= 1.0, rule + " recall " + recall);
      assertTrue(precision >= 0.9, rule + " precision " + precision);
    }
    assertEquals(PLANTED_EACH, spoiled.get("quality.identical-lines"));
    assertEquals(0, clean.getOrDefault("quality.identical-lines", 0L));
    assertEquals(PLANTED_EACH, spoiled.get("quality.no-customer"));
    assertEquals(1, spoiled.get("quality.closed-days"));
    assertEquals(1, spoiled.get("quality.same-code-other-case"));
  }

  private Map<String, Long> findings(String name, boolean spoil) throws Exception {
    SplittableRandom random = new SplittableRandom(23);
    StringBuilder text = new StringBuilder(Samples.HEADER);
    int step = ROWS / PLANTED_EACH;
    int planted = 0;
    for (int row = 0; row < ROWS; row++) {
      String[] fields = fields(random, row);
      if (spoil && fields[1].startsWith("2024-03-13")) {
        fields[1] = fields[1].replace("2024-03-13", "2024-03-14");
      }
      boolean chosen = spoil && row % step == 0 && planted < PLANTED_EACH;
      if (chosen) {
        planted++;
        fields[4] = Integer.toString(Integer.parseInt(fields[4]) * 500);
        text.append(with(fields.clone(), 0, "Q" + row)).append('\n');
        fields[4] = "3";
        String[] slipped = fields.clone();
        slipped[0] = "P" + row;
        slipped[5] = slipped(fields[5]);
        text.append(String.join(",", slipped)).append('\n');
        text.append(with(fields.clone(), 6, "")).append('\n');
        fields[0] = "D" + row;
        fields[6] = "c1";
        text.append(String.join(",", fields)).append('\n');
      }
      text.append(String.join(",", fields)).append('\n');
    }
    if (spoil) {
      text.append("Z1,2024-02-06 10:00,Sku1,Article,3,2.00,c1\n");
    }
    try (TestStore store = new TestStore(Files.createDirectories(folder.resolve(name)))) {
      store.loadText(text.toString(), Samples.LINES);
      return new WarehouseDataQuality(store.warehouse)
          .findings().stream()
              .collect(Collectors.toMap(QualityFinding::rule, QualityFinding::rows));
    }
  }

  /** The decimal point moved two places to the right. */
  private static String slipped(String price) {
    return new java.math.BigDecimal(price).movePointRight(2).toPlainString();
  }

  private static String[] fields(SplittableRandom random, int row) {
    int sku = random.nextInt(40);
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(120));
    int quantity = 1 + (int) Math.round(Math.exp(random.nextDouble() * 2.5));
    double price = (1 + sku) * (0.9 + 0.2 * random.nextDouble());
    return new String[] {
      "o" + row,
      day + " 10:%02d".formatted(random.nextInt(60)),
      "SKU" + sku,
      "Article",
      Integer.toString(quantity),
      String.format(java.util.Locale.ROOT, "%.2f", price),
      "c" + random.nextInt(500)
    };
  }

  private static String with(String[] fields, int index, String value) {
    fields[index] = value;
    return String.join(",", fields);
  }
}
