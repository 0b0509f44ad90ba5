package souk.kernel.api;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** How a strategy was taken out of traffic, by hand or because its bundle stopped. */
@ProviderType
public interface DrainReport {
  StrategyRef strategy();

  /** When no call was let in any more. */
  Instant at();

  /** True if its bundle stopped or its service went; false if somebody asked for it. */
  boolean leaving();

  /** Calls under way at the start. */
  int underWay();

  /** Calls that ended while it was waited for. */
  int finished();

  /** Calls that were still under way when the time was up; 0 if drained. */
  int left();

  /** How long it was waited, in milliseconds. */
  long millis();
}
