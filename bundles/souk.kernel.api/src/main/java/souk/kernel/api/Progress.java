package souk.kernel.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Receives how far long work has come. Safe for use by many threads. */
@ConsumerType
public interface Progress {
  /**
   * @param done units of work done so far
   * @param total all units, or 0 if not known
   * @param message what is being done, in English, without customer data
   */
  void report(long done, long total, String message);

  /** True if the work should stop soon. */
  default boolean cancelled() {
    return false;
  }

  /**
   * @throws java.util.concurrent.CancellationException if the work should stop
   */
  default void throwIfCancelled() {
    if (cancelled()) {
      throw new java.util.concurrent.CancellationException("The work was cancelled.");
    }
  }

  /** Ignores what it is told. */
  static Progress none() {
    return (done, total, message) -> {};
  }
}
