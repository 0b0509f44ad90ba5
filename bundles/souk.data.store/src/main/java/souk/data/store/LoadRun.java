package souk.data.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.lib.Mapping;
import souk.kernel.api.Progress;

/**
 * One load: records are read into temporary tables, and what is new then enters the warehouse in
 * one transaction. For use once.
 */
final class LoadRun {
  private final Connectors.Source source;
  private final Mapping mapping;
  private final String fingerprint;
  private final Clock clock;
  private final Progress progress;
  private final ErasedCustomers erased;

  LoadRun(
      Connectors.Source source,
      Mapping mapping,
      String fingerprint,
      Clock clock,
      Progress progress,
      ErasedCustomers erased) {
    this.source = source;
    this.mapping = mapping;
    this.fingerprint = fingerprint;
    this.clock = clock;
    this.progress = progress;
    this.erased = erased;
  }

  /** Hands the records of the source to a sink. */
  @FunctionalInterface
  interface Reading {
    void into(LoadSink sink);
  }

  /** What was read, in temporary tables. */
  @FunctionalInterface
  interface Staged {
    /** Brings it into the warehouse, within a transaction. */
    LoadReport merge() throws SQLException;
  }

  /**
   * Reads; outside of a transaction.
   *
   * @param needsRows true if a source without a usable row is refused
   */
  Staged stage(Connection connection, Reading reading, boolean needsRows) throws SQLException {
    Instant started = clock.instant();
    refuseOtherCurrency(connection);
    String loadId = "load-" + fingerprint.substring(0, 12);
    Sql.execute(connection, "CREATE TEMP TABLE quarantine_stage AS FROM quarantine LIMIT 0");
    try (DuckDBAppender quarantine =
            connection
                .unwrap(DuckDBConnection.class)
                .createAppender("temp", "main", "quarantine_stage");
        DomainLoad domain = DomainLoads.open(connection, mapping, loadId)) {
      LoadSink sink = new LoadSink(domain, quarantine, loadId, progress);
      reading.into(sink);
      if (needsRows) {
        refuseNothingUsable(sink);
      }
      sink.reportMerging();
      quarantine.flush();
      erased.redact(connection);
      domain.forget(connection, erased);
      domain.prepare();
      return () -> {
        Sql.update(connection, "INSERT INTO quarantine FROM quarantine_stage");
        return report(loadId, started, sink, domain.merge());
      };
    }
  }

  private void refuseOtherCurrency(Connection connection) throws SQLException {
    String wanted = mapping.currency().getCurrencyCode();
    String present =
        Sql.text(connection, "SELECT currency FROM load WHERE currency <> ? LIMIT 1", wanted)
            .orElse(wanted);
    if (!present.equals(wanted)) {
      throw new LoadException(
          "load.other-currency",
          "The warehouse holds amounts in %s, the mapping states %s.%nMaybe convert the file first, or use an installation of its own for %s."
              .formatted(present, wanted, wanted));
    }
  }

  private void refuseNothingUsable(LoadSink sink) {
    if (sink.accepted() == 0) {
      throw new LoadException(
          "load.nothing-usable",
          "None of the %d rows of %s can be used; the first: %s%nMaybe it is another file than the mapping describes."
              .formatted(
                  sink.rows(),
                  source.spec().location(),
                  sink.firstFault().orElse("there is none")));
    }
  }

  private LoadReport report(
      String loadId, Instant started, LoadSink sink, DomainLoad.Merged merged) {
    BigDecimal rounding =
        sink.sourceTotal().subtract(sink.quarantinedTotal()).subtract(merged.total());
    return new LoadReport(
        loadId,
        source.spec().location(),
        fingerprint,
        started,
        clock.millis() - started.toEpochMilli(),
        sink.rows(),
        merged.loaded(),
        merged.unchanged(),
        sink.rows() - sink.accepted(),
        merged.identical(),
        sink.reasons(),
        merged.flags(),
        mapping.currency().getCurrencyCode(),
        plain(sink.sourceTotal()),
        plain(merged.total()),
        plain(sink.quarantinedTotal()),
        plain(rounding));
  }

  /** The report with rows counted as unchanged that earlier loads set aside already. */
  static LoadReport withKnown(LoadReport r, long known, Map<String, Long> reasons) {
    return new LoadReport(
        r.loadId(),
        r.location(),
        r.fingerprint(),
        r.startedAt(),
        r.durationMillis(),
        r.rowsRead(),
        r.rowsLoaded(),
        r.rowsUnchanged() + known,
        r.rowsQuarantined() - known,
        r.identicalLines(),
        reasons,
        r.flags(),
        r.currency(),
        r.sourceTotal(),
        r.loadedTotal(),
        r.quarantinedTotal(),
        r.roundingDifference());
  }

  /** The report of a load that changed nothing, under the name of the last one that did. */
  static LoadReport renamed(LoadReport r, String loadId) {
    return new LoadReport(
        loadId,
        r.location(),
        r.fingerprint(),
        r.startedAt(),
        r.durationMillis(),
        r.rowsRead(),
        r.rowsLoaded(),
        r.rowsUnchanged(),
        r.rowsQuarantined(),
        r.identicalLines(),
        r.reasons(),
        r.flags(),
        r.currency(),
        r.sourceTotal(),
        r.loadedTotal(),
        r.quarantinedTotal(),
        r.roundingDifference());
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
