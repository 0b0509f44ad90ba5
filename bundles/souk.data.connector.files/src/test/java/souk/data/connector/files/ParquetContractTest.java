package souk.data.connector.files;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.DataConnector;
import souk.data.spi.SourceSpec;
import souk.testkit.DataConnectorContract;

class ParquetContractTest extends DataConnectorContract {
  @TempDir Path folder;
  private int files;

  @Override
  protected DataConnector subject() {
    return new FilesConnector(new InflationLimit(1L << 32, 1 << 20, 200), new AllowedFolders());
  }

  @Override
  protected SourceSpec source(List<String> header, List<List<String>> rows) throws Exception {
    Path file = folder.resolve("source-" + ++files + ".parquet");
    String columns = header.stream().map(c -> c + " VARCHAR").collect(Collectors.joining(", "));
    String marks = header.stream().map(c -> "?").collect(Collectors.joining(", "));
    try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = duck.createStatement()) {
      statement.execute("CREATE TABLE t (" + columns + ")");
      try (PreparedStatement insert =
          duck.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
        for (List<String> row : rows) {
          for (int i = 0; i < row.size(); i++) {
            insert.setString(i + 1, row.get(i));
          }
          insert.executeUpdate();
        }
      }
      statement.execute("COPY t TO '" + file + "' (FORMAT parquet)");
    }
    return new SourceSpec(file.toString(), Map.of());
  }

  @Override
  protected SourceSpec missing() {
    return new SourceSpec(folder.resolve("missing.parquet").toString(), Map.of());
  }
}
