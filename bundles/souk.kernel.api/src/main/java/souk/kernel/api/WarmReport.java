package souk.kernel.api;

import org.osgi.annotation.versioning.ProviderType;

/** What a strategy did before it got traffic: self-tests and repeated recent calls of its role. */
@ProviderType
public interface WarmReport {
  StrategyRef strategy();

  /** Self-tests that were passed. */
  int probes();

  /** Recent live calls that were repeated on it. */
  int replayed();

  /** Median latency of the repeated calls in microseconds; 0 without any. */
  long p50Micros();

  /** The slowest of them in microseconds. */
  long maxMicros();
}
