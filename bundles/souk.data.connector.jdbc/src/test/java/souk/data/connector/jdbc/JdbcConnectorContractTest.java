package souk.data.connector.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import souk.data.spi.DataConnector;
import souk.data.spi.SourceSpec;
import souk.testkit.DataConnectorContract;

class JdbcConnectorContractTest extends DataConnectorContract {
  private static int tables;
  private final TestPostgres postgres = TestPostgres.running();

  @Override
  protected DataConnector subject() {
    return postgres.connector();
  }

  @Override
  protected SourceSpec source(List<String> header, List<List<String>> rows) throws Exception {
    String table = "contract_" + ++tables;
    String columns = header.stream().map(c -> c + " TEXT").collect(Collectors.joining(", "));
    String marks = header.stream().map(c -> "?").collect(Collectors.joining(", "));
    postgres.execute("CREATE TABLE " + table + " (" + columns + ")");
    try (Connection connection = postgres.connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (List<String> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setString(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
    return new SourceSpec("erp", Map.of("table", table));
  }

  @Override
  protected SourceSpec missing() {
    return new SourceSpec("erp", Map.of("table", "no_such_table"));
  }
}
