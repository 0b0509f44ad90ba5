package souk.offer.coupons.store;

import org.jspecify.annotations.Nullable;

/** Rows, numbered from 1, in the order they were written. For one thread. */
public interface LedgerLog extends AutoCloseable {
  /** For people, for example {@code sqlite}. */
  String kind();

  /** Stands for the end of the log. */
  long END = Long.MAX_VALUE - 1;

  /**
   * Hands over the rows behind a number; rows that cannot be read are left out.
   *
   * @param until number of the last row that is wanted
   */
  void scan(long after, long until, RowSink sink) throws LogException;

  /** One row; null if there is none. */
  byte @Nullable [] read(long seq) throws LogException;

  /**
   * Begins a group: from now until commit or rollback nobody else writes.
   *
   * @param newer takes the rows behind that number which others have written
   */
  void begin(long last, RowSink newer) throws LogException;

  /** Adds a row to the group. */
  void append(long seq, byte[] row) throws LogException;

  /** Makes the group durable. */
  void commit() throws LogException;

  /** Ends a group without rows. */
  void rollback() throws LogException;

  /**
   * Puts other rows in place of all rows, in one step; the old ones are kept beside.
   *
   * @param rows hands over the rows from 1, without gaps
   */
  void replace(RowSource rows) throws LogException;

  /** Hands over rows. */
  @FunctionalInterface
  interface RowSource {
    void into(RowSink sink) throws LogException;
  }

  @Override
  void close();

  /** Opens the log; each call opens it anew. */
  @FunctionalInterface
  interface Opener {
    LedgerLog open() throws LogException;
  }
}
