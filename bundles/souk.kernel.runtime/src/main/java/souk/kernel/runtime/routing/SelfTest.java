package souk.kernel.runtime.routing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.RoutingException;
import souk.kernel.spi.RoleProbe;

/** Tries a strategy with its role's probes, in the pool and under a lease. */
final class SelfTest {
  private static final String PASSED = "";

  private final IsolatedPool pool;
  private final long deadlineMillis;
  private final Supplier<List<RoleProbe>> probes;

  SelfTest(IsolatedPool pool, long deadlineMillis, Supplier<List<RoleProbe>> probes) {
    this.pool = pool;
    this.deadlineMillis = deadlineMillis;
    this.probes = probes;
  }

  /** True if the role's owner says that its strategies are called by their name. */
  boolean calledByName(String role) {
    for (RoleProbe probe : probes.get()) {
      if (probe.role().equals(role) && probe.calledByName()) {
        return true;
      }
    }
    return false;
  }

  /**
   * @return probes that were passed
   * @throws RoutingException if the strategy fails or does not answer in time
   */
  int run(Slot slot) {
    boolean wasShut = slot.leases().isShut();
    if (slot.gone()) {
      throw CallEngine.unknown(slot.ref());
    }
    int lease = wasShut ? LeaseTable.REFUSED : slot.leases().acquire(Thread.currentThread());
    if (lease == LeaseTable.REFUSED && !wasShut) {
      throw CallEngine.unknown(slot.ref());
    }
    try {
      Object service = slot.service();
      if (service == null) {
        throw failed(slot, "it has no service object", null);
      }
      int passed = 0;
      for (RoleProbe probe : probes.get()) {
        if (probe.role().equals(slot.ref().role())) {
          run(slot, probe, service);
          passed++;
        }
      }
      slot.markWarmed();
      return passed;
    } finally {
      if (lease != LeaseTable.REFUSED) {
        slot.leases().release(lease);
      }
    }
  }

  private void run(Slot slot, RoleProbe probe, Object service) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(deadlineMillis);
    long end = System.nanoTime() + nanos;
    IsolatedTask<String> task = pool.start(() -> describe(probe.probe(service)), nanos);
    if (task == null) {
      throw failed(slot, "found the isolation pool full", null);
    }
    if (!task.await(Patience.until(end))) {
      slot.stuckChanged(1);
      if (task.abandon(() -> slot.stuckChanged(-1))) {
        throw failed(slot, "did not answer within " + deadlineMillis + " ms", null);
      }
      slot.stuckChanged(-1);
    }
    Failure failure = task.failure();
    if (failure != null) {
      throw failed(slot, failure.text(), failure.cause());
    }
    String complaint = task.value();
    if (complaint != null && !complaint.equals(PASSED)) {
      throw failed(slot, complaint, null);
    }
  }

  private static String describe(Optional<String> complaint) {
    return complaint.orElse(PASSED);
  }

  static RoutingException failed(Slot slot, String why, @Nullable Throwable cause) {
    String text = "Strategy " + slot.ref() + " failed its self-test: " + why + ".";
    RoutingException.Code code = RoutingException.Code.SELF_TEST_FAILED;
    return cause == null
        ? new RoutingException(code, text)
        : new RoutingException(code, text, cause);
  }
}
