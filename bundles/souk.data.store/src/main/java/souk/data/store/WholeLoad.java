package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.SqlWork;
import souk.data.lib.Mapping;
import souk.kernel.api.Progress;

/** Loads a source that is complete in itself: the same content again changes nothing. */
final class WholeLoad {
  private final Connectors.Source source;
  private final Mapping mapping;
  private final Clock clock;
  private final LoadReports reports;
  private final String content;
  private final String fingerprint;

  WholeLoad(
      Connectors.Source source,
      Mapping mapping,
      String mappingJson,
      Clock clock,
      LoadReports reports) {
    this.source = source;
    this.mapping = mapping;
    this.clock = clock;
    this.reports = reports;
    this.content = source.fingerprint();
    Map<String, String> options = new TreeMap<>(source.spec().options());
    this.fingerprint = Fingerprint.of(content, options.toString(), mappingJson);
  }

  /** Reads, and says what is to be written. */
  SqlWork<LoadReport> stage(Connection connection, Progress progress, ErasedCustomers erased)
      throws SQLException {
    Optional<LoadReport> known = reports.byFingerprint(connection, fingerprint);
    if (known.isPresent()) {
      return writing -> again(known.get());
    }
    LoadRun run = new LoadRun(source, mapping, fingerprint, clock, progress, erased);
    LoadRun.Staged staged = run.stage(connection, source::read, true);
    refuseChanged();
    return writing -> {
      LoadReport report = staged.merge();
      reports.insert(writing, report, source.connector(), mapping, "");
      return report;
    };
  }

  private LoadReport again(LoadReport first) {
    return new LoadReport(
        first.loadId(),
        first.location(),
        first.fingerprint(),
        clock.instant(),
        0,
        first.rowsRead(),
        0,
        first.rowsLoaded() + first.rowsUnchanged(),
        first.rowsQuarantined(),
        first.identicalLines(),
        first.reasons(),
        first.flags(),
        first.currency(),
        first.sourceTotal(),
        first.loadedTotal(),
        first.quarantinedTotal(),
        first.roundingDifference());
  }

  private void refuseChanged() {
    if (!source.fingerprint().equals(content)) {
      throw new LoadException(
          "load.source-changed",
          "The source %s changed while it was read; nothing was loaded.%nMaybe it is still being written: load it again when it is complete."
              .formatted(source.spec().location()));
    }
  }
}
