package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;

/**
 * The session of work that is begun again: what was answered the first time is answered again
 * without asking, in the same order; who failed is not asked again; all else is asked as always.
 * For use by one thread.
 */
final class SecondBeginning implements RoutingSession {
  private record Known(Class<?> type, Routed<?> answer) {}

  private final Session session;
  private final CallEngine engine;
  private final List<Known> known = new ArrayList<>(2);
  private int next;
  private @Nullable Choice failed;
  private @Nullable Failure failure;

  SecondBeginning(Session session, CallEngine engine) {
    this.session = session;
    this.engine = engine;
  }

  void answered(Class<?> type, Routed<?> answer) {
    known.add(new Known(type, answer));
  }

  /** Notes who is not to be asked again, and why. */
  void failed(Choice choice, Failure why) {
    failed = choice;
    failure = why;
  }

  @Override
  public <S, R> Routed<R> call(Class<S> type, CallOptions<R> how, StrategyCall<S, R> call) {
    if (next < known.size() && known.get(next).type() == type && how.only().isEmpty()) {
      @SuppressWarnings("unchecked") // the same call of the same work
      Routed<R> answer = (Routed<R>) known.get(next++).answer();
      return answer;
    }
    Choice choice = failed;
    Failure why = failure;
    if (choice == null || why == null || choice.type() != type || how.only().isPresent()) {
      return session.call(type, how, call);
    }
    failed = null;
    CallTrace trace = new CallTrace();
    trace.failed(choice.slot(), why);
    session.took(how.deadlineMillis());
    return engine.call(type, how, call, session, trace);
  }

  @Override
  public List<StrategyRef> served() {
    return session.served();
  }

  /** The session is the caller's. */
  @Override
  public void close() {
    throw new IllegalStateException("Work must not close the session it is given.");
  }
}
