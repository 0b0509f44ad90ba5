package souk.data.connector.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import souk.data.api.LoadException;

/**
 * A DuckDB in memory that may read one file and nothing else: no other file, no network, no
 * extension, and no setting can be changed afterwards. A name with signs that DuckDB takes for a
 * pattern is reached through a link with a plain name. For use by one thread.
 */
final class ParquetEngine implements AutoCloseable {
  private static final String PATTERN_SIGNS = "*?[]{}";
  private final Connection connection;
  private final Path linkFolder;
  private final String table;

  private ParquetEngine(Connection connection, Path linkFolder, Path readable) {
    this.connection = connection;
    this.linkFolder = linkFolder;
    this.table =
        "read_parquet(%s, hive_partitioning=false, filename=false, union_by_name=false)"
            .formatted(quoted(readable));
  }

  static ParquetEngine open(Path path) throws IOException, SQLException {
    Path real = path.toRealPath();
    boolean link = isPattern(real);
    Path folder = link ? Files.createTempDirectory("souk-parquet") : real;
    try {
      Path readable = link ? plain(folder, real) : real;
      return new ParquetEngine(fenced(readable), folder, readable);
    } catch (IOException | SQLException | LoadException e) {
      if (link) {
        remove(folder);
      }
      throw e;
    }
  }

  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  /** What stands after FROM. */
  String table() {
    return table;
  }

  @Override
  public void close() throws IOException, SQLException {
    try {
      connection.close();
    } finally {
      if (Files.isDirectory(linkFolder)) {
        remove(linkFolder);
      }
    }
  }

  private static Connection fenced(Path readable) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", "256MB");
    properties.setProperty("threads", "1");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("jdbc_stream_results", "true");
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = ''");
      statement.execute("SET allowed_paths = [" + quoted(readable) + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Path plain(Path folder, Path real) throws IOException {
    Path link = folder.resolve("file.parquet");
    if (isPattern(link)) {
      throw new LoadException(
          "file.unreadable-name",
          "The name %s has signs of a pattern, and so has the temporary folder.%nMaybe rename the file."
              .formatted(real));
    }
    return Files.createSymbolicLink(link, real);
  }

  private static boolean isPattern(Path path) {
    return path.toString().chars().anyMatch(c -> PATTERN_SIGNS.indexOf(c) >= 0);
  }

  private static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("file.parquet"));
    Files.deleteIfExists(folder);
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
