package souk.data.connector.jdbc;

import java.util.List;

/** Takes the rows of one result. For use by one thread. */
interface Rows {
  void header(List<String> columns);

  void row(long number, String[] values);

  /**
   * A row with a field that is too long.
   *
   * @param length of the field
   * @param cut the row, with that field cut
   */
  void tooLong(long number, String column, int length, String[] cut);

  /** Called now and then. */
  void progress();
}
