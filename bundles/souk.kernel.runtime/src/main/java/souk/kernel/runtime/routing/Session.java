package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.SessionReplay;
import souk.kernel.api.SessionWork;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;

/** Pins one strategy per role and keeps its lease until closed. */
final class Session implements RoutingSession {
  /**
   * A role's strategy in this session, its lease, why it was a fallback, if it was, and the trial
   * in which it serves, if it does.
   */
  record Pin(
      Role role, Slot slot, int lease, Optional<String> fallbackReason, @Nullable Trial trial) {}

  private final CallEngine engine;
  private final List<Pin> pins = new ArrayList<>(4);
  private final List<StrategyRef> served = new ArrayList<>(4);
  private boolean closed;

  private final @Nullable String trafficKey;
  private boolean concluded;
  private long deadlineMillis = 1;

  Session(CallEngine engine, @Nullable String trafficKey) {
    this.engine = engine;
    this.trafficKey = trafficKey;
  }

  @Nullable String trafficKey() {
    return trafficKey;
  }

  @Override
  public <O> void conclude(O outcome, SessionReplay<O> again) {
    if (closed || concluded) {
      throw new IllegalStateException(
          "This session is closed or was concluded before.\nMaybe a quote was made twice in it.");
    }
    concluded = true;
    engine.concluded(pins, deadlineMillis, outcome, again);
  }

  @Override
  public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
    if (closed) {
      throw new IllegalStateException(
          "This session is closed.\nMaybe a call was made outside its try block.");
    }
    took(options.deadlineMillis());
    return engine.call(role, options, call, this);
  }

  @Override
  public <O> O workOut(long firstMillis, List<Class<?>> roles, SessionWork<O> work) {
    if (closed || !pins.isEmpty()) {
      throw new IllegalStateException(
          "This session is closed or was used before.\nMaybe work was begun twice in it.");
    }
    return engine.workOut(this, firstMillis, roles, work);
  }

  /** Notes the deadline of a call. */
  void took(long callMillis) {
    deadlineMillis = Math.max(deadlineMillis, callMillis);
  }

  @Override
  public List<StrategyRef> served() {
    return List.copyOf(served);
  }

  @Override
  public void close() {
    closed = true;
    for (Pin pin : pins) {
      pin.slot().leases().release(pin.lease());
    }
    pins.clear();
  }

  @Nullable Pin pin(Role role) {
    for (int i = 0; i < pins.size(); i++) {
      if (pins.get(i).role() == role) {
        return pins.get(i);
      }
    }
    return null;
  }

  /** Takes over the lease of a strategy that answered. */
  void keep(Pin fresh) {
    Pin before = pin(fresh.role());
    if (before != null) {
      pins.remove(before);
      before.slot().leases().release(before.lease());
    }
    pins.add(fresh);
    served.add(fresh.slot().ref());
  }
}
