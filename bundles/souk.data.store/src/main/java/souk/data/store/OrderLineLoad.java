package souk.data.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import souk.data.lib.LineFlag;
import souk.data.lib.Mapped;
import souk.data.lib.Mapping;
import souk.data.lib.RowFault;
import souk.data.lib.SalesLine;
import souk.data.lib.SalesLineMapper;
import souk.model.Money;

/** Takes order lines into a temporary table, from where {@link OrderLineMerge} moves them. */
final class OrderLineLoad implements DomainLoad {
  private static final String STAGE =
      """
      CREATE TEMP TABLE line_stage (
        row_number BIGINT, order_id VARCHAR, sku VARCHAR, description VARCHAR, category VARCHAR,
        quantity DECIMAL(18, 6), unit_price DECIMAL(18, 6), amount_minor BIGINT,
        ordered_at TIMESTAMP, business_day DATE, customer_key VARCHAR, country VARCHAR,
        store_id VARCHAR, channel_id VARCHAR, kind VARCHAR, is_article BOOLEAN,
        line_digest BIGINT)
      """;
  private final Mapping mapping;
  private final OrderLineMerge merge;
  private final DuckDBAppender stage;
  private final long[] flagCounts = new long[LineFlag.values().length];
  private @Nullable SalesLineMapper mapper;
  private BigDecimal lastAmount = BigDecimal.ZERO;
  private BigDecimal stored = BigDecimal.ZERO;

  OrderLineLoad(Connection connection, Mapping mapping, String loadId) throws SQLException {
    this.mapping = mapping;
    this.merge = new OrderLineMerge(connection, mapping, loadId);
    Sql.execute(connection, STAGE);
    this.stage =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "line_stage");
  }

  @Override
  public void header(List<String> columns) {
    mapper = new SalesLineMapper(mapping, columns);
  }

  @Override
  public Optional<RowFault> accept(long rowNumber, String[] values) throws SQLException {
    if (mapper == null) {
      throw new IllegalStateException("The connector gave a record before the header.");
    }
    Mapped<SalesLine> mapped = mapper.map(values);
    lastAmount = mapped.exactAmount();
    if (mapped.isFault()) {
      return Optional.of(mapped.fault());
    }
    append(rowNumber, mapped.row());
    return Optional.empty();
  }

  private void append(long rowNumber, SalesLine line) throws SQLException {
    Instant at = line.orderedAt();
    stage
        .beginRow()
        .append(rowNumber)
        .append(line.orderId())
        .append(line.sku())
        .append(line.description())
        .append(line.category())
        .append(line.quantity().setScale(6))
        .append(line.unitPrice().setScale(6))
        .append(line.amountMinor())
        .appendEpochMicros(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000)
        .appendEpochDays(Math.toIntExact(line.businessDay().toEpochDay()))
        .append(line.customerKey())
        .append(line.country())
        .append(line.store())
        .append(line.channel())
        .append(line.kind().name())
        .append(line.article())
        .append(line.digest())
        .endRow();
    stored = stored.add(Money.ofMinor(line.amountMinor(), mapping.currency()).toDecimal());
    for (LineFlag flag : LineFlag.values()) {
      flagCounts[flag.ordinal()] += line.has(flag) ? 1 : 0;
    }
  }

  @Override
  public BigDecimal lastAmount() {
    return lastAmount;
  }

  @Override
  public void forget(Connection connection, ErasedCustomers erased) throws SQLException {
    stage.flush();
    erased.forget(connection);
  }

  @Override
  public void prepare() throws SQLException {
    stage.close();
    merge.prepare();
  }

  @Override
  public Merged merge() throws SQLException {
    merge.run();
    Map<String, Long> flags = new TreeMap<>();
    for (LineFlag flag : LineFlag.values()) {
      if (flagCounts[flag.ordinal()] > 0) {
        flags.put(flag.code(), flagCounts[flag.ordinal()]);
      }
    }
    if (merge.superseded() > 0) {
      flags.put("superseded-lines", merge.superseded());
    }
    return new Merged(merge.loaded(), merge.unchanged(), merge.identical(), stored, flags);
  }

  @Override
  public void close() throws SQLException {
    if (!stage.isClosed()) {
      stage.close();
    }
  }
}
