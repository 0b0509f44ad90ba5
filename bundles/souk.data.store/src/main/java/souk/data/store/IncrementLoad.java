package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.SqlWork;
import souk.data.lib.DomainTable;
import souk.data.lib.Mapping;
import souk.data.spi.Increments;
import souk.kernel.api.Progress;

/**
 * Loads what a growing source has since the last time. Rows, quarantine and the position in the
 * source are written in one transaction: after a failure anywhere the next load begins where the
 * last successful one ended, and what is read twice is recognised.
 */
final class IncrementLoad {
  private static final int MAX_POSITION_CHARS = 4_000;
  private final Connectors.Source source;
  private final Mapping mapping;
  private final Clock clock;
  private final LoadReports reports;
  private final String stream;

  IncrementLoad(
      Connectors.Source source,
      Increments increments,
      Mapping mapping,
      String mappingJson,
      Clock clock,
      LoadReports reports) {
    this.source = source;
    this.mapping = mapping;
    this.clock = clock;
    this.reports = reports;
    refusePieces(increments.key());
    this.stream =
        Fingerprint.of(
            source.connector(), source.spec().location(), increments.stream(), mappingJson);
  }

  /** Reads, and says what is to be written. */
  SqlWork<LoadReport> stage(Connection connection, Progress progress, ErasedCustomers erased)
      throws SQLException {
    Optional<Streams.State> last = Streams.find(connection, stream);
    int increment = last.map(Streams.State::increment).orElse(0) + 1;
    String fingerprint = Fingerprint.of(stream, Integer.toString(increment));
    Optional<String> from = last.map(Streams.State::position).filter(p -> !p.isEmpty());
    String[] position = {""};
    LoadRun run = new LoadRun(source, mapping, fingerprint, clock, progress, erased);
    LoadRun.Staged staged =
        run.stage(
            connection,
            sink -> position[0] = checked(source.readSince(from, sink)),
            last.isEmpty());
    return writing ->
        write(writing, withoutKnown(writing, staged.merge()), last, position[0], progress);
  }

  private LoadReport write(
      Connection connection,
      LoadReport report,
      Optional<Streams.State> last,
      String position,
      Progress progress)
      throws SQLException {
    int increment = last.map(Streams.State::increment).orElse(0) + 1;
    boolean changed = report.rowsLoaded() + report.rowsQuarantined() + superseded(report) > 0;
    if (changed || last.isEmpty()) {
      reports.insert(connection, report, source.connector(), mapping, stream);
      Streams.put(
          connection, stream, source, new Streams.State(position, increment, report.loadId()));
      progress.report(0, 0, "Keeping the load");
      return report;
    }
    Streams.State before = last.get();
    if (!before.position().equals(position)) {
      Streams.put(
          connection,
          stream,
          source,
          new Streams.State(position, before.increment(), before.loadId()));
    }
    return LoadRun.renamed(report, before.loadId());
  }

  /** Lines that came again would stand beside the old ones. */
  private void refusePieces(List<String> key) {
    if (mapping.table() != DomainTable.ORDER_LINE) {
      return;
    }
    if (!mapping.replaceOrders()) {
      throw new LoadException(
          "load.increments-replace-orders",
          "\"rules.redelivery\" is \"add-lines\", but this source is read in increments, where an order that changed comes again as a whole.%nMaybe leave \"redelivery\" out."
              .formatted());
    }
    String order = mapping.sourceColumn("order_id");
    if (!key.isEmpty() && !key.contains(order)) {
      throw new LoadException(
          "load.increments-split-orders",
          "The source is read by %s, but the order id comes from \"%s\": orders would arrive in pieces.%nMaybe set the option key to \"%s\"."
              .formatted(key, order, order));
    }
  }

  private LoadReport withoutKnown(Connection connection, LoadReport read) throws SQLException {
    long known = KnownQuarantine.drop(connection, read.loadId(), stream);
    return known == 0
        ? read
        : LoadRun.withKnown(read, known, KnownQuarantine.reasons(connection, read.loadId()));
  }

  private static long superseded(LoadReport report) {
    return report.flags().getOrDefault("superseded-lines", 0L);
  }

  private String checked(Optional<String> position) {
    String text = position.orElse("");
    if (text.length() > MAX_POSITION_CHARS) {
      throw new LoadException(
          "load.position-too-long",
          "Connector %s gave a position of %d characters, at most %d are kept."
              .formatted(source.connector(), text.length(), MAX_POSITION_CHARS));
    }
    return text;
  }
}
