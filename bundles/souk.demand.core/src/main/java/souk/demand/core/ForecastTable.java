package souk.demand.core;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Warehouse;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.model.Provenance;

/**
 * Forecasts as rows of the warehouse, for reports and queries: all of a run or nothing; runs beyond
 * the newest {@value #MOST_RUNS} are dropped.
 */
@Component(service = ForecastTable.class)
public final class ForecastTable {
  static final int MOST_RUNS = 12;

  private static final String KIND = "forecast";
  private static final int ROWS = 100;
  private static final int COLUMNS = 8;

  private final Warehouse warehouse;
  private final CommonJson common = new CommonJson();

  @Activate
  public ForecastTable(@Reference Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  void write(ForecastRun run) {
    warehouse.write(
        connection -> {
          for (String table : List.of("forecast", "model_run")) {
            update(connection, "DELETE FROM " + table + " WHERE run_id = ?", run.id());
          }
          insertRun(connection, run);
          insert(connection, rows(run));
          for (String table : List.of("forecast", "model_run")) {
            update(
                connection,
                "DELETE FROM "
                    + table
                    + " WHERE run_id IN (SELECT run_id FROM model_run WHERE kind = ?"
                    + " ORDER BY created_at DESC, run_id DESC OFFSET "
                    + MOST_RUNS
                    + ")",
                KIND);
          }
          return run.id();
        });
  }

  private static void update(Connection connection, String sql, String argument)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      statement.executeUpdate();
    }
  }

  private void insertRun(Connection connection, ForecastRun run) throws SQLException {
    Provenance provenance = run.forecast().provenance();
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO model_run VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, run.id());
      statement.setString(2, KIND);
      statement.setTimestamp(3, Timestamp.from(provenance.createdAt()));
      statement.setString(4, provenance.strategy());
      statement.setString(5, provenance.version());
      statement.setLong(6, provenance.seed());
      statement.setString(7, provenance.inputFingerprint());
      var options = common.object();
      provenance.options().forEach(options::put);
      statement.setString(8, common.text(options));
      statement.executeUpdate();
    }
  }

  private record Row(String run, String series, String strategy, Date day, double[] values) {}

  private static List<Row> rows(ForecastRun run) {
    DemandForecast forecast = run.forecast();
    List<Row> rows = new ArrayList<>();
    for (SeriesForecast one : forecast.seriesList()) {
      double[] mean = one.mean();
      double[][] quantiles = {level(one, 0.1), level(one, 0.5), level(one, 0.9)};
      for (int h = 0; h < mean.length; h++) {
        int step = h;
        double[] values = new double[4];
        values[0] = mean[h];
        for (int q = 0; q < quantiles.length; q++) {
          values[q + 1] = quantiles[q].length == 0 ? Double.NaN : quantiles[q][step];
        }
        rows.add(
            new Row(
                run.id(),
                one.seriesId(),
                run.chosen().getOrDefault(one.seriesId(), ""),
                Date.valueOf(forecast.grid().dateOf(forecast.firstStep() + h)),
                values));
      }
    }
    return rows;
  }

  private static double[] level(SeriesForecast forecast, double level) {
    int at = Arrays.binarySearch(forecast.levels(), level);
    return at < 0 ? new double[0] : forecast.quantile(at);
  }

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    for (int from = 0; from < rows.size(); from += ROWS) {
      List<Row> part = rows.subList(from, Math.min(rows.size(), from + ROWS));
      String values =
          String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, ?, ?, ?, ?, ?)"));
      try (PreparedStatement statement =
          connection.prepareStatement("INSERT INTO forecast VALUES " + values)) {
        for (int r = 0; r < part.size(); r++) {
          set(statement, r * COLUMNS, part.get(r));
        }
        statement.executeUpdate();
      }
    }
  }

  private static void set(PreparedStatement statement, int before, Row row) throws SQLException {
    statement.setString(before + 1, row.run());
    statement.setString(before + 2, row.series());
    statement.setString(before + 3, row.strategy());
    statement.setDate(before + 4, row.day());
    for (int v = 0; v < row.values().length; v++) {
      if (Double.isNaN(row.values()[v])) {
        statement.setNull(before + 5 + v, Types.DOUBLE);
      } else {
        statement.setDouble(before + 5 + v, row.values()[v]);
      }
    }
  }
}
