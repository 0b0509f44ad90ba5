package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.Item;
import souk.data.api.LoadReport;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.model.Panel;
import souk.model.PurchaseLog;

/** The whole demo file against the figures published with it and counted by other means. */
class OnlineRetailTest {
  private static final Path DOCUMENTED = Path.of("../../docs/examples/online_retail.mapping.json");
  private static final Path DEMO =
      Path.of("../../distribution/souk.distribution/src/main/dist/demo");
  private static final Path SHIPPED = DEMO.resolve("online_retail.mapping.json");

  @Test
  void theMappingInTheDocumentationIsTheOneThatIsShipped() throws Exception {
    assertEquals(Files.readString(SHIPPED), Files.readString(DOCUMENTED));
  }

  @Tag("slow")
  @Test
  void everyLineIsAccountedForAndDemandIsThatOfAnIndependentCount(@TempDir Path folder)
      throws Exception {
    Path file = DEMO.resolve("online_retail.csv.gz");
    String mapping = Files.readString(SHIPPED);
    try (TestStore store = new TestStore(folder)) {
      LoadReport report = store.load(file.toAbsolutePath().normalize(), mapping);
      assertEquals(541_909, report.rowsRead());
      assertEquals(540_453, report.rowsLoaded());
      assertEquals(
          Map.of("row.negative-price", 2L, "row.zero-price-without-description", 1_454L),
          report.reasons());
      assertEquals(5_268, report.identicalLines());
      assertEquals(9_288, report.flags().get("return"));
      assertEquals(new BigDecimal("9747747.934"), report.sourceTotal());
      assertEquals(
          report.sourceTotal(),
          report
              .loadedTotal()
              .add(report.quarantinedTotal())
              .add(report.roundingDifference())
              .stripTrailingZeros());
      assertEquals(1_456, store.loads.quarantine(report.loadId(), 0, 10_000).size());

      LoadReport again = store.load(file.toAbsolutePath().normalize(), mapping);
      assertEquals(0, again.rowsLoaded());
      assertEquals(540_453, again.rowsUnchanged());
      assertEquals(1, store.loads.list().size());

      SalesSummary summary = store.history.summary().orElseThrow();
      assertEquals(540_453, summary.lines());
      assertEquals(4_372, summary.customers());
      assertEquals(LocalDate.of(2011, 12, 9), summary.lastDay());
      Panel weekly = store.history.weekly(SalesQuery.all());
      assertEquals(LocalDate.of(2010, 12, 6), weekly.grid().origin());
      assertEquals(52, weekly.seriesList().get(0).length());
      // PADS, three lines of one unit at 0.001 GBP, amounts to nothing and is no demand.
      assertEquals(3_888, weekly.seriesList().size());
      assertEquals(35_513, units(weekly, "85123A"));
      assertEquals(3_628, units(weekly, "23166"), "74,215 pieces were cancelled after 16 minutes");
      assertEquals(
          5_141_964,
          weekly.seriesList().stream().mapToDouble(x -> DoubleStream.of(x.values()).sum()).sum());
      assertEquals(728, store.count("SELECT count(*) FROM cancelled_sale"));
      PurchaseLog log = store.history.purchases(SalesQuery.all());
      assertTrue(log.rows() > 530_000);
      List<Item> items = store.history.items(SalesQuery.all());
      assertEquals(weekly.seriesList().get(0).id(), items.get(0).sku().value());
    }
  }

  private static double units(Panel panel, String sku) {
    return panel.seriesList().stream()
        .filter(series -> series.id().equals(sku))
        .mapToDouble(series -> DoubleStream.of(series.values()).sum())
        .sum();
  }
}
