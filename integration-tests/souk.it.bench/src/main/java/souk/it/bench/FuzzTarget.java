package souk.it.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.QuarantinedRow;
import souk.data.connector.files.FilesConnector;
import souk.data.spi.DataConnector;
import souk.data.store.DuckDbWarehouse;
import souk.data.store.WarehouseLoads;
import souk.kernel.api.Progress;
import souk.testkit.DirectRouter;

/** The real store and the real connector, given one source after the other. */
final class FuzzTarget implements AutoCloseable {
  private static final List<String> TABLES =
      List.of("order_line", "sales_order", "product", "customer", "cost", "quarantine", "store");
  private static final String STRAYS =
      TABLES.stream()
          .map(
              table ->
                  "SELECT '%1$s ' || load_id FROM %1$s WHERE load_id NOT IN (SELECT load_id FROM load)"
                      .formatted(table))
          .collect(Collectors.joining(" UNION ALL "));
  private final Path folder;
  private final DuckDbWarehouse warehouse;
  private final WarehouseLoads loads;

  FuzzTarget(Path folder) {
    this.folder = folder;
    BundleContext context =
        proxy(BundleContext.class, Map.of("getProperty", folder.resolve("state").toString()));
    this.warehouse =
        new DuckDbWarehouse(context, proxy(DuckDbWarehouse.Config.class, Map.of("threads", 1)));
    DirectRouter router =
        new DirectRouter()
            .add(
                DataConnector.class,
                "files",
                new FilesConnector(proxy(FilesConnector.Config.class, Map.of())));
    this.loads =
        new WarehouseLoads(warehouse, router, proxy(WarehouseLoads.Config.class, Map.of()));
  }

  /** What went wrong with one case. */
  enum Fault {
    UNCAUGHT,
    UNNAMED,
    PARTIAL
  }

  /**
   * What became of one case.
   *
   * @param accepted true if it was loaded
   * @param quarantined rows set aside
   * @param fault what must not be, if anything
   * @param detail of the fault
   */
  record Outcome(boolean accepted, long quarantined, Optional<Fault> fault, String detail) {}

  Outcome take(FuzzInput input) throws IOException {
    Path file = Files.write(folder.resolve(input.name()), input.bytes());
    LoadReport report;
    try {
      report =
          loads.load(
              new LoadRequest("files", file.toString(), input.options(), input.mapping()),
              Progress.none());
    } catch (LoadException e) {
      boolean named = !e.code().isEmpty() && String.valueOf(e.getMessage()).length() > 20;
      return named ? new Outcome(false, 0, Optional.empty(), "") : fault(Fault.UNNAMED, e.code());
    } catch (RuntimeException | StackOverflowError e) {
      return fault(Fault.UNCAUGHT, e.getClass().getName() + ": " + e.getMessage());
    }
    return checked(report);
  }

  /** The report of a file of any size, in one line. */
  String take(Path file, String mapping) {
    LoadReport report =
        loads.load(new LoadRequest("files", file.toString(), Map.of(), mapping), Progress.none());
    return "%d loaded, %d quarantined %s"
        .formatted(report.rowsLoaded(), report.rowsQuarantined(), report.reasons());
  }

  private Outcome checked(LoadReport report) {
    long accounted = report.rowsLoaded() + report.rowsUnchanged() + report.rowsQuarantined();
    if (report.rowsRead() != accounted) {
      return fault(Fault.PARTIAL, report.rowsRead() + " rows read, accounted " + accounted);
    }
    if (report
            .sourceTotal()
            .compareTo(
                report
                    .loadedTotal()
                    .add(report.quarantinedTotal())
                    .add(report.roundingDifference()))
        != 0) {
      return fault(Fault.PARTIAL, "totals of " + report.loadId() + " do not reconcile");
    }
    long listed = 0;
    for (QuarantinedRow row : loads.quarantine(report.loadId(), 0, 1_000_000)) {
      listed++;
      if (row.rowNumber() < 1
          || row.column().isEmpty()
          || row.reasonCode().isEmpty()
          || row.reasonText().isEmpty()) {
        return fault(Fault.UNNAMED, row.reasonCode() + " in line " + row.rowNumber());
      }
    }
    return listed == report.rowsQuarantined()
        ? new Outcome(true, listed, Optional.empty(), "")
        : fault(Fault.PARTIAL, report.rowsQuarantined() + " set aside, listed " + listed);
  }

  private static Outcome fault(Fault fault, String detail) {
    return new Outcome(false, 0, Optional.of(fault), detail);
  }

  /** A row of a load that did not end: each row names its load. Empty if there is none. */
  Optional<String> stray() {
    return warehouse.read(FuzzTarget::stray);
  }

  /** Changes the store behind the platform's back. */
  void change(String sql) {
    warehouse.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  private static Optional<String> stray(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(STRAYS)) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    warehouse.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            FuzzTarget.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
