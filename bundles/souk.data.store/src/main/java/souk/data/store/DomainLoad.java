package souk.data.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.lib.RowFault;

/** Takes the records of one source into one domain table. For use by one thread. */
interface DomainLoad extends AutoCloseable {
  /** Column names of the source; called once, first. */
  void header(List<String> columns) throws SQLException;

  /** Stages a record, or says what is wrong with it. */
  Optional<RowFault> accept(long rowNumber, String[] values) throws SQLException;

  /** Amount of the last record in major units, exact; 0 if it has none. */
  BigDecimal lastAmount();

  /** Takes what was staged of erased customers as that of somebody unknown; called once. */
  default void forget(Connection connection, ErasedCustomers erased) throws SQLException {}

  /**
   * Ends the staging and works out what is new, in temporary tables alone; called once, before the
   * transaction.
   */
  void prepare() throws SQLException;

  /** Brings what was prepared into the warehouse, within a transaction. */
  Merged merge() throws SQLException;

  @Override
  void close() throws SQLException;

  /**
   * What a merge did.
   *
   * @param loaded rows that are new
   * @param unchanged rows that were there already
   * @param identical rows that repeat an earlier line of their order
   * @param total sum of the amounts as stored, in major units
   * @param flags rows per flag
   */
  record Merged(
      long loaded, long unchanged, long identical, BigDecimal total, Map<String, Long> flags) {}
}
