package souk.data.api;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work on one connection. The connection must not leave the call.
 *
 * @param <R> result
 */
@FunctionalInterface
public interface SqlWork<R> {
  R run(Connection connection) throws SQLException;
}
