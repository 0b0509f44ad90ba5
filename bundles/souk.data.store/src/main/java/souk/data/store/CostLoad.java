package souk.data.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import souk.data.lib.CostMapper;
import souk.data.lib.CostRow;
import souk.data.lib.Mapped;
import souk.data.lib.Mapping;
import souk.data.lib.RowFault;

/** Takes unit costs; a cost of the same article and day replaces the earlier one. */
final class CostLoad implements DomainLoad {
  private static final String DROP_CHANGED =
      """
      DELETE FROM cost USING cost_stage s
      WHERE cost.sku = s.sku AND cost.valid_from = s.valid_from AND cost.unit_cost <> s.unit_cost
      """;
  private static final String NEW =
      """
      INSERT INTO cost SELECT s.sku, s.valid_from, s.unit_cost, ?, ? FROM cost_stage s
      ANTI JOIN cost c ON c.sku = s.sku AND c.valid_from = s.valid_from
      """;
  private final Connection connection;
  private final Mapping mapping;
  private final String loadId;
  private final DuckDBAppender stage;
  private @Nullable CostMapper mapper;
  private long staged;

  CostLoad(Connection connection, Mapping mapping, String loadId) throws SQLException {
    this.connection = connection;
    this.mapping = mapping;
    this.loadId = loadId;
    Sql.execute(
        connection,
        "CREATE TEMP TABLE cost_stage (sku VARCHAR, valid_from DATE, unit_cost DECIMAL(18, 6))");
    this.stage =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "cost_stage");
  }

  @Override
  public void header(List<String> columns) {
    mapper = new CostMapper(mapping, columns);
  }

  @Override
  public Optional<RowFault> accept(long rowNumber, String[] values) throws SQLException {
    if (mapper == null) {
      throw new IllegalStateException("The connector gave a record before the header.");
    }
    Mapped<CostRow> mapped = mapper.map(values);
    if (mapped.isFault()) {
      return Optional.of(mapped.fault());
    }
    CostRow row = mapped.row();
    stage
        .beginRow()
        .append(row.sku())
        .append(row.validFrom())
        .append(row.unitCost().setScale(6))
        .endRow();
    staged++;
    return Optional.empty();
  }

  @Override
  public BigDecimal lastAmount() {
    return BigDecimal.ZERO;
  }

  @Override
  public void prepare() throws SQLException {
    stage.close();
  }

  @Override
  public Merged merge() throws SQLException {
    Sql.update(connection, DROP_CHANGED);
    long loaded = Sql.update(connection, NEW, mapping.currency().getCurrencyCode(), loadId);
    return new Merged(loaded, staged - loaded, 0, BigDecimal.ZERO, Map.of());
  }

  @Override
  public void close() throws SQLException {
    if (!stage.isClosed()) {
      stage.close();
    }
  }
}
