package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souk.data.api.SqlWork;
import souk.data.api.Warehouse;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.model.Provenance;

/** The tables as the warehouse makes them. */
class ForecastTableTest {
  private static final Path SQL =
      Path.of(
          "../souk.data.store/src/main/resources/souk/data/store/warehouse/V005__forecasts.sql");

  private Connection connection;
  private ForecastTable table;

  @BeforeEach
  void open() throws Exception {
    connection = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
    try (Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(SQL));
    }
    table =
        new ForecastTable(
            new Warehouse() {
              @Override
              public <R> R read(SqlWork<R> work) {
                return write(work);
              }

              @Override
              public <R> R write(SqlWork<R> work) {
                try {
                  return work.run(connection);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static ForecastRun run(int number, double mean) {
    SeriesForecast series =
        new SeriesForecast(
            "s",
            new double[] {mean, mean + 1},
            new double[] {0.1, 0.9},
            new double[][] {{1, 2}, {8, 9}},
            "m",
            List.of());
    return new ForecastRun(
        "run-" + number,
        new DemandForecast(
            SupportingCast.GRID,
            3,
            List.of(series),
            Provenance.builder(SupportingCast.NOW.plusSeconds(number), "ets", "1.0.0")
                .option("season", 52)
                .seed(7)
                .inputFingerprint("ab")
                .build()),
        List.of(),
        Map.of("s", "ets"),
        List.of());
  }

  @Test
  void aRunIsThereWithWhereItCameFrom() throws SQLException {
    table.write(run(1, 5));
    assertEquals(
        "2024-01-29",
        one("SELECT step_day FROM forecast WHERE mean = 6 AND low80 = 2 AND high80 = 9"));
    assertEquals("2", one("SELECT count(*) FROM forecast WHERE median IS NULL"));
    assertEquals(
        "{\"season\":\"52\"}",
        one("SELECT options_json FROM model_run WHERE seed = 7 AND input_fingerprint = 'ab'"));
  }

  @Test
  void writtenAgainItReplacesAndOldRunsGo() throws SQLException {
    table.write(run(1, 5));
    table.write(run(1, 6));
    assertEquals("2", one("SELECT count(*) FROM forecast"));
    for (int i = 2; i <= ForecastTable.MOST_RUNS + 3; i++) {
      table.write(run(i, 1));
    }
    assertEquals("" + ForecastTable.MOST_RUNS, one("SELECT count(*) FROM model_run"));
    assertEquals("" + 2 * ForecastTable.MOST_RUNS, one("SELECT count(*) FROM forecast"));
    assertEquals("0", one("SELECT count(*) FROM forecast WHERE run_id IN ('run-1', 'run-3')"));
  }

  @Test
  void aWarehouseThatFailsIsNotHidden() {
    assertThrows(
        IllegalStateException.class,
        () -> {
          connection.close();
          table.write(run(1, 5));
        });
  }
}
