package souk.data.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The columnar, analytic store of one node. Its tables are listed in the documentation of the store
 * bundle. Safe for use by many threads.
 */
@ProviderType
public interface Warehouse {
  /**
   * Runs a query.
   *
   * @throws StoreException if it fails
   */
  <R> R read(SqlWork<R> work);

  /**
   * Runs work in one transaction: all of it is visible afterwards, or nothing.
   *
   * @throws StoreException if it fails; nothing was changed then
   */
  <R> R write(SqlWork<R> work);
}
