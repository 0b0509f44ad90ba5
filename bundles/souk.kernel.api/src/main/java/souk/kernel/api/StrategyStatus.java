package souk.kernel.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A strategy as the router sees it at one moment. */
@ProviderType
public interface StrategyStatus {
  StrategyRef ref();

  /** Title for people; the strategy's id if it has none. */
  String title();

  /** Symbolic name and version of its bundle. */
  String bundle();

  StrategyState state();

  boolean builtIn();

  /** True if calls run in the caller's thread; else in the kernel's pool. */
  boolean inline();

  long calls();

  long failures();

  int inFlight();

  /** Median latency of recent calls in microseconds; 0 before the first. */
  long p50Micros();

  long p99Micros();

  /** Whether failures have taken it out of rotation. */
  CircuitState circuit();

  /** Calls that did not return within their deadline and still run. */
  int stuckCalls();

  /** Kind and message of the last failure. */
  Optional<String> lastFailure();
}
