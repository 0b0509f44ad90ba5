package souk.edge.rest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;
import souk.data.api.Journal;
import souk.data.api.SqlWork;
import souk.data.api.StoreException;

/** A journal on one file, one transaction after the other. */
final class FileJournal implements Journal {
  private final SQLiteDataSource source = new SQLiteDataSource();

  FileJournal(Path folder) {
    source.setUrl("jdbc:sqlite:" + folder.resolve("journal.sqlite"));
  }

  @Override
  public synchronized <R> R read(SqlWork<R> work) {
    return write(work);
  }

  @Override
  public synchronized <R> R write(SqlWork<R> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      R result = work.run(connection);
      connection.commit();
      return result;
    } catch (SQLException failed) {
      throw new StoreException("The journal failed.", failed);
    }
  }
}
