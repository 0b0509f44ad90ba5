package souk.kernel.runtime.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;

/** Looks at and changes the role table; every change is persisted and logged before it holds. */
final class RoutingDesk implements RouterAdmin {
  private final RoleTable roles;
  private final SelfTest selfTest;
  private final SelectionStore store;
  private final Audit audit;
  private final IsolatedPool pool;

  RoutingDesk(
      RoleTable roles, SelfTest selfTest, SelectionStore store, Audit audit, IsolatedPool pool) {
    this.roles = roles;
    this.selfTest = selfTest;
    this.store = store;
    this.audit = audit;
    this.pool = pool;
  }

  @Override
  public List<RoleStatus> roles() {
    return roles.roles().stream()
        .sorted(Comparator.comparing(Role::name))
        .map(Statuses::of)
        .filter(s -> !s.strategies().isEmpty() || s.traffic().primary().isPresent())
        .toList();
  }

  @Override
  public Optional<RoleStatus> role(String role) {
    return roles.find(role).map(Statuses::of);
  }

  @Override
  public void warm(StrategyRef strategy) {
    selfTest.run(slot(strategy));
  }

  @Override
  public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
    Slot slot = slot(strategy);
    selfTest.run(slot);
    synchronized (this) {
      Role role = roles.role(strategy.role());
      Optional<StrategyRef> before = role.selected();
      store.save(role.name(), Optional.of(strategy));
      try {
        audit.write("selection", strategy, before, actor, reason);
      } catch (RuntimeException e) {
        store.save(role.name(), before);
        throw e;
      }
      reopen(slot);
      role.select(strategy);
      return Statuses.of(role);
    }
  }

  @Override
  public int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason) {
    Slot slot = slot(strategy);
    if (slot.leases().heldByAny(IsolatedThread.callersOf(Thread.currentThread()))) {
      throw new RoutingException(
          RoutingException.Code.REFUSED,
          "Strategy %s cannot be drained from within one of its own calls.".formatted(strategy));
    }
    audit.write("drain", strategy, roles.role(strategy.role()).selected(), actor, reason);
    slot.leases().shut();
    return slot.leases().awaitReturn(timeoutMillis, owner -> false);
  }

  @Override
  public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
    Slot slot = slot(strategy);
    audit.write("restore", strategy, roles.role(strategy.role()).selected(), actor, reason);
    reopen(slot);
    return Statuses.of(roles.role(strategy.role()));
  }

  @Override
  public int quarantinedThreads() {
    return pool.quarantined();
  }

  /** Takes over selections as they were persisted, also of strategies that are not here yet. */
  synchronized void restoreSelections() {
    store.load().forEach((role, ref) -> roles.role(role).select(ref));
  }

  /** Persisted selections that differ from the ones in force: an admin edited them. */
  synchronized Map<String, StrategyRef> editedSelections() {
    Map<String, StrategyRef> persisted = store.load();
    persisted
        .entrySet()
        .removeIf(e -> roles.role(e.getKey()).selected().equals(Optional.of(e.getValue())));
    return persisted;
  }

  private Slot slot(StrategyRef ref) {
    return roles
        .find(ref)
        .orElseThrow(
            () ->
                new RoutingException(
                    RoutingException.Code.UNKNOWN_STRATEGY,
                    "There is no strategy %s.%nMaybe its bundle is not installed or not started."
                        .formatted(ref)));
  }

  private static void reopen(Slot slot) {
    slot.circuit().reset();
    if (!slot.gone()) {
      slot.leases().open();
    }
  }
}
