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

  /**
   * Says what came of this session, so that metrics of trials can be measured. To be called at most
   * once, before the session is closed. Costs next to nothing while no trial runs.
   *
   * @param outcome an immutable value of a contract, for example a quote
   * @param again works out the outcome again for the comparison with the other side of a trial;
   *     runs in the kernel's pool, and only if a trial wants it
   */
  default <O> void conclude(O outcome, SessionReplay<O> again) {}

  @Override
  void close();
}
