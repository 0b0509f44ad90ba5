package souk.data.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The transactional store: what is acknowledged is on stable storage. Safe for use by many threads.
 */
@ProviderType
public interface Journal {
  /**
   * Runs a query.
   *
   * @throws StoreException if it fails
   */
  <R> R read(SqlWork<R> work);

  /**
   * Runs work in one transaction and returns when it is durable. Writers are served one after the
   * other and share one flush to disk.
   *
   * @throws StoreException if it fails; nothing was changed then
   */
  <R> R write(SqlWork<R> work);
}
