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
import java.util.Map;
import java.util.Optional;
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
  private static final String STATE =
      """
      SELECT (SELECT count(*) FROM order_line) || ' ' || (SELECT count(*) FROM sales_order)
        || ' ' || (SELECT count(*) FROM product) || ' ' || (SELECT count(*) FROM customer)
        || ' ' || (SELECT count(*) FROM cost) || ' ' || (SELECT count(*) FROM load)
        || ' ' || (SELECT count(*) FROM quarantine) || ' ' || (SELECT count(*) FROM store)
      """;
  private final Path folder;
  private final DuckDbWarehouse warehouse;
  private final WarehouseLoads loads;
  private String state;

  FuzzTarget(Path folder) {
    this.folder = folder;
    BundleContext context =
        proxy(BundleContext.class, Map.of("getProperty", folder.resolve("state").toString()));
    this.warehouse = new DuckDbWarehouse(context, proxy(DuckDbWarehouse.Config.class, Map.of()));
    DirectRouter router =
        new DirectRouter()
            .add(
                DataConnector.class,
                "files",
                new FilesConnector(proxy(FilesConnector.Config.class, Map.of())));
    this.loads =
        new WarehouseLoads(warehouse, router, proxy(WarehouseLoads.Config.class, Map.of()));
    this.state = state();
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
      if (!state().equals(state)) {
        return fault(Fault.PARTIAL, state + " became " + state() + " after " + e.code());
      }
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
    state = state();
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

  private String state() {
    return warehouse.read(FuzzTarget::state);
  }

  private static String state(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(STATE)) {
      rows.next();
      return rows.getString(1);
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
