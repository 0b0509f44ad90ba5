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
import souk.data.lib.Mapped;
import souk.data.lib.Mapping;
import souk.data.lib.ProductMapper;
import souk.data.lib.ProductRow;
import souk.data.lib.RowFault;

/** Takes master data of articles; what is given replaces what was known. */
final class ProductLoad implements DomainLoad {
  private static final String CHANGED =
      """
      UPDATE product SET
        description = CASE WHEN s.description = '' THEN product.description
          ELSE s.description END,
        category = CASE WHEN s.category = '' THEN product.category ELSE s.category END,
        is_article = s.is_article, load_id = ?
      FROM product_stage s
      WHERE product.sku = s.sku AND (
        (s.description <> '' AND s.description <> product.description)
        OR (s.category <> '' AND s.category <> product.category)
        OR s.is_article <> product.is_article)
      """;
  private static final String NEW =
      """
      INSERT INTO product SELECT sku, description, category, is_article, ? FROM product_stage
      WHERE sku NOT IN (SELECT sku FROM product)
      """;
  private final Connection connection;
  private final Mapping mapping;
  private final String loadId;
  private final DuckDBAppender stage;
  private @Nullable ProductMapper mapper;
  private long staged;

  ProductLoad(Connection connection, Mapping mapping, String loadId) throws SQLException {
    this.connection = connection;
    this.mapping = mapping;
    this.loadId = loadId;
    Sql.execute(
        connection,
        "CREATE TEMP TABLE product_stage (sku VARCHAR, description VARCHAR, category VARCHAR,"
            + " is_article BOOLEAN)");
    this.stage =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "product_stage");
  }

  @Override
  public void header(List<String> columns) {
    mapper = new ProductMapper(mapping, columns);
  }

  @Override
  public Optional<RowFault> accept(long rowNumber, String[] values) throws SQLException {
    if (mapper == null) {
      throw new IllegalStateException("The connector gave a record before the header.");
    }
    Mapped<ProductRow> mapped = mapper.map(values);
    if (mapped.isFault()) {
      return Optional.of(mapped.fault());
    }
    ProductRow row = mapped.row();
    stage
        .beginRow()
        .append(row.sku())
        .append(row.description())
        .append(row.category())
        .append(row.article())
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
    long loaded = Sql.update(connection, CHANGED, loadId) + Sql.update(connection, NEW, loadId);
    Sql.update(
        connection,
        "UPDATE order_line SET is_article = p.is_article FROM product p"
            + " WHERE p.sku = order_line.sku AND p.is_article <> order_line.is_article");
    return new Merged(loaded, staged - loaded, 0, BigDecimal.ZERO, Map.of());
  }

  @Override
  public void close() throws SQLException {
    if (!stage.isClosed()) {
      stage.close();
    }
  }
}
