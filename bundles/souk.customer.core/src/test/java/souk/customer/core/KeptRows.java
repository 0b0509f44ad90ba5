package souk.customer.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import souk.data.api.SqlWork;
import souk.data.api.Warehouse;

/** A warehouse in memory with the tables of runs and scores. */
final class KeptRows implements Warehouse {
  private static final Path SQL =
      Path.of("../souk.data.store/src/main/resources/souk/data/store/warehouse");

  private final Connection connection;

  KeptRows() {
    try {
      connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
      try (Statement statement = connection.createStatement()) {
        for (String file : List.of("V005__forecasts.sql", "V006__scores.sql")) {
          statement.execute(Files.readString(SQL.resolve(file)));
        }
      }
    } catch (SQLException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <R> R read(SqlWork<R> work) {
    return write(work);
  }

  @Override
  public synchronized <R> R write(SqlWork<R> work) {
    try {
      return work.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
