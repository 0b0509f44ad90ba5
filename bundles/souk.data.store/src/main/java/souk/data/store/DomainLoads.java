package souk.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import souk.data.lib.Mapping;

/** Knows which load serves which domain table. */
final class DomainLoads {
  private DomainLoads() {}

  static DomainLoad open(Connection connection, Mapping mapping, String loadId)
      throws SQLException {
    return switch (mapping.table()) {
      case ORDER_LINE -> new OrderLineLoad(connection, mapping, loadId);
      case PRODUCT -> new ProductLoad(connection, mapping, loadId);
      case COST -> new CostLoad(connection, mapping, loadId);
    };
  }
}
