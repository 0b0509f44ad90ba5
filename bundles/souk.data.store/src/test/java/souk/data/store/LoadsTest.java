package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.QuarantinedRow;
import souk.data.spi.DataConnector;
import souk.data.spi.RecordSink;
import souk.data.spi.SourceSpec;
import souk.kernel.api.Progress;
import souk.model.Money;
import souk.model.Refusal;
import souk.model.Sku;

/** Loads of small files with known content. */
class LoadsTest {
  private static final String TWO_ORDERS =
      Samples.HEADER
          + "1,2024-05-06 10:00,A,Tea,2,1.50,c1\n"
          + "1,2024-05-06 10:00,B,Pot,1,9.995,c1\n"
          + "2,2024-05-07 11:00,A,Tea,3,1.50,\n";

  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() {
    store = new TestStore(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void reportReconcilesToTheLastDecimal() {
    LoadReport report = store.loadText(TWO_ORDERS, Samples.LINES);
    assertEquals(3, report.rowsLoaded());
    assertEquals(new BigDecimal("17.495"), report.sourceTotal());
    assertEquals(new BigDecimal("17.5"), report.loadedTotal());
    assertEquals(new BigDecimal("-0.005"), report.roundingDifference());
    assertEquals(Map.of("no-customer", 1L), report.flags());
    assertEquals(report.loadId(), store.loads.list().get(0).loadId());
    assertEquals(
        report.sourceTotal(), store.loads.find(report.loadId()).orElseThrow().sourceTotal());
  }

  @Test
  void theSameFileAgainChangesNothingAlsoUnderAnotherName() {
    LoadReport first = store.loadText(TWO_ORDERS, Samples.LINES);
    LoadReport again = store.loadText(TWO_ORDERS, Samples.LINES);
    assertEquals(first.loadId(), again.loadId());
    assertEquals(0, again.rowsLoaded());
    assertEquals(3, again.rowsUnchanged());
    assertEquals(1, store.loads.list().size());
    assertEquals(3, store.count("SELECT count(*) FROM order_line"));
  }

  @Test
  void anOrderThatComesAgainReplacesTheEarlierOne() {
    store.loadText(TWO_ORDERS, Samples.LINES);
    String corrected =
        Samples.HEADER
            + "1,2024-05-06 10:00,A,Tea,5,1.50,c1\n"
            + "3,2024-05-08 11:00,A,Tea,1,1.50,c2\n";
    LoadReport report = store.loadText(corrected, Samples.LINES);
    assertEquals(2, report.rowsLoaded());
    assertEquals(2L, report.flags().get("superseded-lines"));
    assertEquals(7_50 + 4_50 + 1_50, store.count("SELECT sum(amount_minor) FROM order_line"));
    assertEquals(3, store.count("SELECT count(*) FROM sales_order"));
    assertEquals(2, store.count("SELECT count(DISTINCT load_id) FROM order_line"));
  }

  @Test
  void ordersThatComeInPiecesAreAddedUp() {
    String mapping =
        Samples.LINES.replace("\"rules\": {", "\"rules\": {\"redelivery\": \"add-lines\", ");
    store.loadText(TWO_ORDERS, mapping);
    LoadReport report =
        store.loadText(
            Samples.HEADER
                + "1,2024-05-06 10:00,A,Tea,2,1.50,c1\n"
                + "1,2024-05-06 10:00,D,Cup,1,2.00,c1\n",
            mapping);
    assertEquals(1, report.rowsLoaded());
    assertEquals(1, report.rowsUnchanged());
    assertEquals(4, store.count("SELECT count(*) FROM order_line"));
  }

  @Test
  void identicalLinesOfOneOrderAreKeptByOccurrence() {
    String line = "1,2024-05-06 10:00,A,Tea,1,1.50,c1\n";
    LoadReport report = store.loadText(Samples.HEADER + line + line + line, Samples.LINES);
    assertEquals(3, report.rowsLoaded());
    assertEquals(2, report.identicalLines());
    LoadReport fewer =
        store.loadText(Samples.HEADER + line + line + "2" + line.substring(1), Samples.LINES);
    assertEquals(1, fewer.rowsLoaded());
    assertEquals(2, fewer.rowsUnchanged());
    assertEquals(3, store.count("SELECT count(*) FROM order_line"));
  }

  @Test
  void badRowsAreSetAsideWithRowColumnValueAndReason() {
    String bad =
        Samples.HEADER
            + "1,2024-05-06 10:00,A,Tea,2,1.50,c1\n"
            + "2,2023-02-29 10:00,A,Tea,2,1.50,c1\n"
            + "3,2024-02-29 10:00,A,Tea,NaN,1.50,c1\n"
            + "4,2024-05-06 10:00,A,Tea,2,1e400,c1\n"
            + "5,2024-05-06 10:00,A,Tea,2,-1.50,c1\n"
            + "6,2024-05-06 10:00,,Tea,2,1.50,c1\n"
            + "7,2024-05-06 10:00,A,Tea,2\n"
            + "8,1024-05-06 10:00,A,Tea,2,1.50,c1\n"
            + "9,2924-05-06 10:00,A,Tea,2,1.50,c1\n"
            + "10,2024-05-06 10:00,A,Tea,1.1234567,1.50,c1\n"
            + "11,2024-05-06 10:00,A,Tea,9999999999999,1.50,c1\n"
            + "12,2024-05-06 10:00,A,Tea,999999999999,999999999999,c1\n";
    LoadReport report = store.loadText(bad, Samples.LINES);
    assertEquals(12, report.rowsRead());
    assertEquals(1, report.rowsLoaded());
    assertEquals(11, report.rowsQuarantined());
    List<QuarantinedRow> rows = store.loads.quarantine(report.loadId(), 0, 100);
    assertEquals(
        List.of(
            "3 at row.not-a-date",
            "4 qty row.not-a-number",
            "5 price row.not-a-number",
            "6 price row.negative-price",
            "7 sku row.missing-value",
            "8 price row.field-count",
            "9 at row.date-out-of-range",
            "10 at row.date-out-of-range",
            "11 qty row.too-many-decimals",
            "12 qty row.number-too-large",
            "13 qty row.number-too-large"),
        rows.stream().map(r -> r.rowNumber() + " " + r.column() + " " + r.reasonCode()).toList());
    assertEquals("1e400", rows.get(2).value());
    assertEquals("2,2023-02-29 10:00,A,Tea,2,1.50,c1", rows.get(0).raw());
    assertEquals(rows.subList(2, 4), store.loads.quarantine(report.loadId(), 2, 2));
    assertEquals(
        0,
        report
            .sourceTotal()
            .compareTo(
                report
                    .loadedTotal()
                    .add(report.quarantinedTotal())
                    .add(report.roundingDifference())));
  }

  @Test
  void aFileOfWhichNothingIsUsableIsRefusedAsAWhole() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> store.loadText(Samples.HEADER + "1,yesterday,A,Tea,2,1.50,c1\n", Samples.LINES));
    assertEquals("load.nothing-usable", e.code());
    assertTrue(e.getMessage().contains("yesterday"), e.getMessage());
    assertNothingLoaded();
  }

  @Tag("slow")
  @Test
  void aFailureHalfwayLeavesNothing() throws Exception {
    Path file = store.file(TWO_ORDERS);
    store.router.add(
        DataConnector.class,
        "breaking",
        new DataConnector() {
          @Override
          public Optional<Refusal> refuses(SourceSpec source) {
            return Optional.empty();
          }

          @Override
          public String fingerprint(SourceSpec source) {
            return "x";
          }

          @Override
          public void read(SourceSpec source, RecordSink sink) throws IOException {
            sink.header(List.of("order", "at", "sku", "name", "qty", "price", "customer"));
            for (int i = 0; i < 50_000; i++) {
              sink.record(
                  i + 2, new String[] {"o" + i, "2024-05-06 10:00", "A", "Tea", "1", "1", ""});
              sink.malformed(i + 2, "row.test", "planned", "");
            }
            throw new IOException("the disk went away");
          }
        });
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                store.loads.load(
                    new LoadRequest("breaking", file.toString(), Map.of(), Samples.LINES),
                    Progress.none()));
    assertEquals("load.unreadable", e.code());
    assertTrue(e.getMessage().contains("the disk went away"), e.getMessage());
    assertNothingLoaded();
    assertEquals(3, store.load(file, Samples.LINES).rowsLoaded());
  }

  @Test
  void cancellingLeavesNothing() {
    StringBuilder text = new StringBuilder(Samples.HEADER);
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(",2024-05-06 10:00,A,Tea,2,1.50,c1\n");
    }
    Path file = store.file(text.toString());
    Progress cancelling =
        new Progress() {
          private int reports;

          @Override
          public void report(long done, long total, String message) {
            reports++;
          }

          @Override
          public boolean cancelled() {
            return reports > 2;
          }
        };
    assertThrows(
        CancellationException.class,
        () ->
            store.loads.load(
                new LoadRequest("files", file.toString(), Map.of(), Samples.LINES), cancelling));
    assertNothingLoaded();
  }

  @Test
  void aFileThatChangesWhileItIsReadIsRefused() {
    Path file = store.file(TWO_ORDERS);
    Progress writing =
        (done, total, message) -> {
          try {
            if (message.startsWith("Merging")) {
              Files.writeString(file, TWO_ORDERS + "3,2024-05-08 11:00,A,Tea,1,1.50,c2\n");
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                store.loads.load(
                    new LoadRequest("files", file.toString(), Map.of(), Samples.LINES), writing));
    assertEquals("load.source-changed", e.code());
    assertNothingLoaded();
  }

  @Test
  void aWrongFileIsReportedAsSuchNotAsAFailureOfTheConnector() throws Exception {
    Path gbk = Files.write(folder.resolve("gbk.csv"), (Samples.HEADER + "1,2,茶").getBytes("GBK"));
    assertEquals("file.wrong-charset", refused(gbk, Samples.LINES).code());
    assertEquals("load.refused", refused(folder.resolve("none.csv"), Samples.LINES).code());
    LoadException e =
        refused(
            store.file("order,at,stock_code,name,qty,price,customer\n1,1,1,1,1,1,1\n"),
            Samples.LINES);
    assertEquals("mapping.unknown-column", e.code());
    assertTrue(e.getMessage().contains("\"sku\""), e.getMessage());
    LoadException unknown =
        assertThrows(
            LoadException.class,
            () ->
                store.loads.load(
                    new LoadRequest("kafka", "x", Map.of(), Samples.LINES), Progress.none()));
    assertTrue(unknown.getMessage().contains("[files]"), unknown.getMessage());
  }

  @Test
  void malformedMappingsAreRefusedWithLineAndColumn() {
    Path file = store.file(TWO_ORDERS);
    LoadException comma = refused(file, Samples.LINES.replace("\"GBP\",", "\"GBP\""));
    assertEquals("mapping.malformed", comma.code());
    assertTrue(comma.getMessage().contains("line 3"), comma.getMessage());
    assertEquals(
        "mapping.malformed", refused(file, "").code().replace("not-an-object", "malformed"));
    assertEquals("mapping.not-an-object", refused(file, "[]").code());
    assertEquals("mapping.malformed", refused(file, Samples.LINES + "{}").code());
    assertEquals(
        "mapping.malformed",
        refused(
                file,
                Samples.LINES.replaceFirst("\"form\": \"1\"", "\"form\": \"1\", \"form\": \"1\""))
            .code());
    assertEquals("mapping.malformed", refused(file, "{\"a\":".repeat(100_000)).code());
  }

  @Test
  void amountsInAnotherCurrencyAreRefusedOnceThereAreSome() {
    store.loadText(TWO_ORDERS, Samples.LINES);
    LoadException e = refused(store.file(TWO_ORDERS), Samples.LINES.replace("\"GBP\"", "\"CNY\""));
    assertEquals("load.other-currency", e.code());
    assertTrue(e.getMessage().contains("GBP") && e.getMessage().contains("CNY"), e.getMessage());
  }

  @Test
  void sourcesMayUseTheSameOrderNumbers() {
    store.loadText(TWO_ORDERS, Samples.LINES);
    LoadReport other = store.loadText(TWO_ORDERS, Samples.LINES.replace("\"till\"", "\"web\""));
    assertEquals(3, other.rowsLoaded());
    assertEquals(6, store.count("SELECT count(*) FROM order_line"));
  }

  @Test
  void localTimesBecomeUtcAndBusinessDaysStayLocal() {
    store.loadText(
        Samples.HEADER
            + "1,2024-07-01 00:30,A,Tea,1,1.50,c1\n"
            + "2,2024-03-31 01:30,A,Tea,1,1.50,c1\n",
        Samples.LINES);
    assertEquals(
        1,
        store.count(
            "SELECT count(*) FROM order_line WHERE ordered_at = TIMESTAMP '2024-06-30 23:30:00'"
                + " AND business_day = DATE '2024-07-01'"));
    assertEquals(1L, store.loads.list().get(0).flags().get("time-shifted"));
  }

  @Test
  void costsAreLoadedReplacedAndElseAssumed() {
    WarehouseCosts costs = new WarehouseCosts(store.warehouse, 0.6, TestStore.CLOCK);
    Money price = Money.ofMinor(1_000, java.util.Currency.getInstance("GBP"));
    assertTrue(costs.unitCost(new Sku("A"), price).assumed());
    assertEquals(600, costs.unitCost(new Sku("A"), price).amount().amountMinor());
    LoadReport report =
        store.loadText(
            "Artikel;EK;ab\nA;1.234,50;01.01.2024\nA;2,25;01.06.2025\nA;9,99;01.01.2030\nB;0;01.01.2024\nA;3;01.06.2025\n",
            Samples.COSTS);
    assertEquals(Map.of("row.not-positive", 1L, "row.repeated-key", 1L), report.reasons());
    assertEquals(225, costs.unitCost(new Sku("A"), price).amount().amountMinor());
    assertFalse(costs.unitCost(new Sku("A"), price).assumed());
    LoadReport corrected =
        store.loadText("Artikel;EK;ab\nA;2,50;01.06.2025\nA;1234,5;01.01.2024\n", Samples.COSTS);
    assertEquals(1, corrected.rowsLoaded());
    assertEquals(1, corrected.rowsUnchanged());
    assertEquals(250, costs.unitCost(new Sku("A"), price).amount().amountMinor());
    assertThrows(
        IllegalArgumentException.class,
        () -> new WarehouseCosts(store.warehouse, 60, TestStore.CLOCK));
  }

  @Test
  void masterDataReplaceWhatTheTillSaid() {
    store.loadText(TWO_ORDERS, Samples.LINES);
    LoadReport report =
        store.loadText("sku,name,group\nA,Green tea,Drinks\nZ,New,\n", Samples.PRODUCTS);
    assertEquals(2, report.rowsLoaded());
    assertEquals("Green tea", store.history.item(new Sku("A")).orElseThrow().description());
    assertEquals(Optional.of("Drinks"), store.history.item(new Sku("A")).orElseThrow().category());
    assertEquals(Optional.empty(), store.history.item(new Sku("Z")).orElseThrow().listPrice());
    LoadReport other = store.loadText("name,sku,group\nGreen tea,A,Drinks\n", Samples.PRODUCTS);
    assertEquals(1, other.rowsUnchanged());
  }

  private LoadException refused(Path file, String mapping) {
    return assertThrows(LoadException.class, () -> store.load(file, mapping));
  }

  private void assertNothingLoaded() {
    for (String table : List.of("load", "quarantine", "order_line", "sales_order", "product")) {
      assertEquals(0, store.count("SELECT count(*) FROM " + table), table);
    }
  }
}
