package souk.kernel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls that belong together and see one version per role. Holds leases until closed: keep it
 * short. For use by one thread.
 */
@ProviderType
public interface RoutingSession extends AutoCloseable {
  /**
   * Like {@link StrategyRouter#call}, within this session.
   *
   * @throws RoutingException if nobody could answer
   */
  <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call);

  /**
   * Strategies that answered so far, in order of first call: one per role, unless one failed after
   * it had answered and its fallback stepped in; then both are listed, and the caller may start
   * again with a new session.
   */
  List<StrategyRef> served();

  @Override
  void close();
}
