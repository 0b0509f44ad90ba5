package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;

/**
 * Answers the calls of a session that is worked out again: one role by the other side of the trial,
 * all others by whoever answered the first time. It counts nowhere and has no fallback: what fails
 * here fails the comparison alone. One thread calls; another may close it.
 */
final class TwinSession implements RoutingSession {
  private record Lease(Slot slot, int number) {}

  private final RoleTable roles;
  private final Map<String, StrategyRef> pinned;
  private final List<Lease> leases = new ArrayList<>(4);
  private final List<StrategyRef> served = new ArrayList<>(4);
  private final Thread owner = Thread.currentThread();
  private final StrategyRef judged;
  private volatile @Nullable Failure failure;
  private boolean closed;

  /**
   * @param judged the strategy whose failures are noted
   * @param pinned who answers, by role
   */
  TwinSession(RoleTable roles, StrategyRef judged, Map<String, StrategyRef> pinned) {
    this.roles = roles;
    this.judged = judged;
    this.pinned = Map.copyOf(pinned);
  }

  @Override
  public <S, R> Routed<R> call(Class<S> type, CallOptions<R> how, StrategyCall<S, R> call) {
    Slot slot = slot(type.getSimpleName(), how.only());
    lease(slot);
    Object service = slot.service();
    if (!type.isInstance(service)) {
      throw CallEngine.unknown(slot.ref());
    }
    long began = System.nanoTime();
    try {
      R value = StrategyAsker.checked(call.apply(type.cast(service)), how);
      return new Routed<>(value, slot.ref(), Optional.empty(), (System.nanoTime() - began) / 1_000);
    } catch (RuntimeException e) {
      note(slot, e);
      throw e;
    } catch (Exception e) {
      note(slot, e);
      throw failed(slot, e);
    }
  }

  private void note(Slot slot, Exception thrown) {
    if (slot.ref().equals(judged) && failure == null) {
      failure = Failure.of(thrown);
    }
  }

  private static RoutingException failed(Slot slot, Exception thrown) {
    return new RoutingException(
        RoutingException.Code.ALL_FAILED,
        "Strategy %s failed in a comparison: %s".formatted(slot.ref(), thrown.getMessage()),
        thrown);
  }

  /** How the judged strategy failed, or null if it did not. */
  @Nullable Failure failure() {
    return failure;
  }

  private Slot slot(String role, Optional<StrategyRef> only) {
    StrategyRef ref = only.orElse(pinned.get(role));
    RoleView view = roles.role(role).view();
    Optional<Slot> found =
        ref == null ? java.util.Arrays.stream(view.order()).findFirst() : view.find(ref);
    return found.orElseThrow(
        () ->
            new RoutingException(
                RoutingException.Code.UNKNOWN_STRATEGY,
                "Strategy %s of role %s is not here.".formatted(ref, role)));
  }

  /** A strategy is leased once, in the name of the thread that waits for the comparison. */
  private synchronized void lease(Slot slot) {
    if (closed) {
      throw new RoutingException(RoutingException.Code.DEADLINE, "The comparison was given up.");
    }
    if (leases.stream().noneMatch(l -> l.slot() == slot)) {
      int number = slot.leases().acquire(owner);
      if (number == LeaseTable.REFUSED) {
        throw CallEngine.unknown(slot.ref());
      }
      leases.add(new Lease(slot, number));
      served.add(slot.ref());
    }
  }

  @Override
  public synchronized List<StrategyRef> served() {
    return List.copyOf(served);
  }

  /** Gives every lease back, also while a call that hangs is still inside. */
  @Override
  public synchronized void close() {
    closed = true;
    leases.forEach(l -> l.slot().leases().release(l.number()));
    leases.clear();
  }
}
