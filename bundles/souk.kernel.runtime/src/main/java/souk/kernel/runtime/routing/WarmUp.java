package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.WarmReport;

/** Self-tests of a role and then its recent live calls, on a strategy without traffic. */
final class WarmUp {
  private final RoleTable roles;
  private final SelfTest selfTest;
  private final Copies copies;
  private final long deadlineMillis;

  private record Report(
      StrategyRef strategy, int probes, int replayed, long p50Micros, long maxMicros)
      implements WarmReport {}

  /**
   * @param deadlineMillis for all repeated calls together
   */
  WarmUp(RoleTable roles, SelfTest selfTest, Copies copies, long deadlineMillis) {
    this.roles = roles;
    this.selfTest = selfTest;
    this.copies = copies;
    this.deadlineMillis = deadlineMillis;
  }

  /**
   * @throws RoutingException if a self-test or a repeated call fails
   */
  WarmReport run(Slot slot) {
    int probes = selfTest.run(slot);
    List<Long> micros = new ArrayList<>();
    if (!slot.leases().isShut()) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deadlineMillis);
      for (RecordedCalls.Entry<?, ?> entry :
          roles.role(slot.ref().role()).recorded().recent(System.nanoTime())) {
        if (end - System.nanoTime() > 0) {
          micros.add(repeat(slot, entry));
        }
      }
    }
    slot.repeated(micros.size());
    Collections.sort(micros);
    return new Report(
        slot.ref(),
        probes,
        micros.size(),
        micros.isEmpty() ? 0 : micros.get(micros.size() / 2),
        micros.isEmpty() ? 0 : micros.get(micros.size() - 1));
  }

  private <S, R> long repeat(Slot slot, RecordedCalls.Entry<S, R> entry) {
    TwinSession session = new TwinSession(roles, slot.ref(), Map.of(slot.ref().role(), slot.ref()));
    try {
      Copies.Outcome<R> outcome =
          copies.run(
              slot,
              entry.how().deadlineMillis(),
              () -> session.call(entry.type(), entry.how(), entry.call()).value());
      @Nullable Failure own = session.failure();
      @Nullable Failure failure = own == null ? outcome.failure() : own;
      if (failure != null) {
        throw SelfTest.failed(
            slot, "repeating a recent call, it " + failure.text(), failure.cause());
      }
      return Math.max(1, outcome.nanos() / 1_000);
    } finally {
      session.close();
    }
  }
}
