package souk.data.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import souk.data.api.LoadException;
import souk.data.api.StoreException;
import souk.data.lib.MappingException;
import souk.data.lib.RowFault;
import souk.data.spi.RecordSink;
import souk.kernel.api.Progress;

/**
 * Takes the records of one load: good ones to the domain table, the others to quarantine. Remembers
 * the first failure, because a connector may run elsewhere and lose it. After {@link #seal} it
 * takes nothing more, so that a connector that was given up cannot write on.
 */
final class LoadSink implements RecordSink {
  private static final int MAX_VALUE_CHARS = 200;
  private static final int MAX_RAW_CHARS = 2_000;
  private static final int MAX_CODES = 1_000;
  private final DomainLoad domain;
  private final DuckDBAppender quarantine;
  private final String loadId;
  private final Progress progress;
  private final Map<String, Long> reasons = new TreeMap<>();
  private long bytes;
  private long rows;
  private long accepted;
  private BigDecimal sourceTotal = BigDecimal.ZERO;
  private BigDecimal quarantinedTotal = BigDecimal.ZERO;
  private Optional<String> firstFault = Optional.empty();
  private @Nullable RuntimeException failure;
  private boolean sealed;

  LoadSink(DomainLoad domain, DuckDBAppender quarantine, String loadId, Progress progress) {
    this.domain = domain;
    this.quarantine = quarantine;
    this.loadId = loadId;
    this.progress = progress;
  }

  @Override
  public synchronized void header(List<String> columns) {
    guarded(() -> domain.header(columns));
  }

  @Override
  public synchronized void record(long rowNumber, String[] values) {
    guarded(
        () -> {
          rows++;
          Optional<RowFault> fault = domain.accept(rowNumber, values);
          sourceTotal = sourceTotal.add(domain.lastAmount());
          if (fault.isEmpty()) {
            accepted++;
          } else {
            quarantinedTotal = quarantinedTotal.add(domain.lastAmount());
            setAside(rowNumber, fault.get(), String.join(",", values));
          }
        });
  }

  @Override
  public synchronized void malformed(
      long rowNumber, String reasonCode, String reasonText, String raw) {
    malformed(rowNumber, "", "", reasonCode, reasonText, raw);
  }

  @Override
  public synchronized void malformed(
      long rowNumber,
      String column,
      String value,
      String reasonCode,
      String reasonText,
      String raw) {
    guarded(
        () -> {
          rows++;
          setAside(rowNumber, new RowFault(column, value, reasonCode, reasonText), raw);
        });
  }

  @Override
  public synchronized void position(long bytesRead, long bytesTotal) {
    guarded(
        () -> {
          progress.throwIfCancelled();
          bytes = bytesTotal;
          progress.report(
              bytesRead, bytesTotal, String.format(Locale.ROOT, "Reading, %,d rows so far", rows));
        });
  }

  /** Tells that all records are read and what follows. */
  synchronized void reportMerging() {
    progress.report(
        bytes, bytes, String.format(Locale.ROOT, "Merging %,d rows into the warehouse", accepted));
  }

  /** Ends the taking of records. */
  synchronized void seal() {
    sealed = true;
  }

  synchronized boolean failed() {
    return failure != null;
  }

  /** Throws what went wrong in here, if anything did. */
  synchronized void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }

  long rows() {
    return rows;
  }

  long accepted() {
    return accepted;
  }

  Map<String, Long> reasons() {
    return reasons;
  }

  BigDecimal sourceTotal() {
    return sourceTotal;
  }

  BigDecimal quarantinedTotal() {
    return quarantinedTotal;
  }

  /** The first row that was set aside, in words. */
  Optional<String> firstFault() {
    return firstFault;
  }

  private void setAside(long rowNumber, RowFault fault, String raw) throws SQLException {
    String code = reasons.size() < MAX_CODES ? fault.code() : "row.other";
    reasons.merge(code, 1L, Long::sum);
    quarantine
        .beginRow()
        .append(loadId)
        .append(rowNumber)
        .append(fault.column())
        .append(cut(fault.value(), MAX_VALUE_CHARS))
        .append(code)
        .append(cut(fault.text(), MAX_RAW_CHARS))
        .append(cut(raw, MAX_RAW_CHARS))
        .endRow();
    if (firstFault.isEmpty()) {
      firstFault =
          Optional.of(
              "line %d, column \"%s\", value \"%s\": %s"
                  .formatted(rowNumber, fault.column(), cut(fault.value(), 80), fault.text()));
    }
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private void guarded(Step step) {
    if (sealed) {
      throw new IllegalStateException("The load has ended; no more records are taken.");
    }
    if (failure != null) {
      throw failure;
    }
    try {
      step.run();
    } catch (MappingException e) {
      throw remember(new LoadException(e.code(), e.getMessage(), e));
    } catch (SQLException e) {
      throw remember(new StoreException("A row could not be staged: " + e.getMessage(), e));
    } catch (CancellationException e) {
      throw remember(e);
    }
  }

  private RuntimeException remember(RuntimeException e) {
    failure = e;
    return e;
  }

  /** Part of a load that may fail in the store. */
  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }
}
