package souk.data.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the state folder whose files change while the platform runs. A backup lets all parts
 * stand still for the moment that it shows. Offered as a service; safe for use by many threads.
 */
@ConsumerType
public interface StatePart {
  /** Its folder below the state folder, for example {@code coupons}. */
  String folder();

  /**
   * Waits until nothing is being written and keeps it so. Whoever writes meanwhile waits.
   *
   * @return to be closed soon, by any thread; once is enough, more does nothing
   */
  Still hold();

  /** Files that stand still until it is closed. */
  interface Still extends AutoCloseable {
    @Override
    void close();
  }
}
