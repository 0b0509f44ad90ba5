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
   * Works something out that calls strategies of these roles one after another. Where a strategy
   * that may not run in the caller's thread is among them, all of the work is done in one thread of
   * the kernel's pool, so that the caller waits once and not for each call. If a strategy fails or
   * is late there, that thread is left alone and the work is begun again in the caller's: what was
   * answered before is answered again without asking, and a fallback answers for the one that
   * failed. The outcome is that of one or the other, never of both.
   *
   * <p>To be called before any other call in this session.
   *
   * @param deadlineMillis what the first call may take; later calls say it themselves
   * @param roles that may be called, each once; others can be, too, but cost a second beginning
   * @throws RoutingException if nobody could answer
   */
  default <O> O workOut(long deadlineMillis, List<Class<?>> roles, SessionWork<O> work) {
    return work.with(this);
  }

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
