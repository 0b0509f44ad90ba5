package souk.kernel.runtime.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import souk.kernel.api.Actor;
import souk.kernel.api.DrainReport;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.WarmReport;

/** Looks at and changes the role table; every change is persisted and logged before it holds. */
final class RoutingDesk implements RouterAdmin {
  private final RoleTable roles;
  private final SelfTest selfTest;
  private final WarmUp warmUp;
  private final Drains drains;
  private final BiConsumer<StrategyRef, Actor> onSelection;
  private final SelectionStore store;
  private final Audit audit;
  private final IsolatedPool pool;

  RoutingDesk(
      RoleTable roles,
      SelfTest selfTest,
      WarmUp warmUp,
      SelectionStore store,
      Audit audit,
      Drains drains,
      BiConsumer<StrategyRef, Actor> onSelection,
      IsolatedPool pool) {
    this.roles = roles;
    this.selfTest = selfTest;
    this.warmUp = warmUp;
    this.drains = drains;
    this.onSelection = onSelection;
    this.store = store;
    this.audit = audit;
    this.pool = pool;
  }

  @Override
  public List<RoleStatus> roles() {
    return roles.roles().stream()
        .sorted(Comparator.comparing(Role::name))
        .map(this::status)
        .filter(s -> !s.strategies().isEmpty() || s.traffic().primary().isPresent())
        .toList();
  }

  @Override
  public Optional<RoleStatus> role(String role) {
    return roles.find(role).map(this::status);
  }

  private RoleStatus status(Role role) {
    return Statuses.of(role, selfTest.calledByName(role.name()));
  }

  @Override
  public void warm(StrategyRef strategy) {
    warmUp.run(slot(strategy));
  }

  @Override
  public WarmReport warmUp(StrategyRef strategy) {
    return warmUp.run(slot(strategy));
  }

  @Override
  public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
    return select("selection", strategy, actor, reason);
  }

  @Override
  public RoleStatus rollBack(String role, Actor actor, String reason) {
    StrategyRef before =
        previous(role)
            .orElseThrow(
                () ->
                    new RoutingException(
                        RoutingException.Code.REFUSED,
                        "Role %s has no earlier selection to go back to.".formatted(role)));
    return select("rollback", before, actor, reason);
  }

  @Override
  public Optional<StrategyRef> previous(String role) {
    return roles.find(role).flatMap(Role::previous);
  }

  private RoleStatus select(String kind, StrategyRef strategy, Actor actor, String reason) {
    Slot slot = slot(strategy);
    warmUp.run(slot);
    RoleStatus status;
    synchronized (this) {
      Role role = roles.role(strategy.role());
      Optional<StrategyRef> selected = role.selected();
      Optional<StrategyRef> primary = role.primary();
      Optional<StrategyRef> old = role.previous();
      Optional<StrategyRef> previous = primary.equals(Optional.of(strategy)) ? old : primary;
      store.save(role.name(), Optional.of(strategy), previous);
      try {
        audit.write(kind, strategy, primary, actor, reason);
      } catch (RuntimeException e) {
        store.save(role.name(), selected, old);
        throw e;
      }
      reopen(slot);
      role.restore(strategy, previous.orElse(null));
      status = status(role);
    }
    onSelection.accept(strategy, actor);
    return status;
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
    return drains.drain(slot, timeoutMillis, false);
  }

  @Override
  public List<DrainReport> drains(String role) {
    return drains.of(role);
  }

  @Override
  public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
    Slot slot = slot(strategy);
    audit.write("restore", strategy, roles.role(strategy.role()).selected(), actor, reason);
    reopen(slot);
    return status(roles.role(strategy.role()));
  }

  @Override
  public int quarantinedThreads() {
    return pool.quarantined();
  }

  /** Takes over selections as they were persisted, also of strategies that are not here yet. */
  synchronized void restoreSelections() {
    Map<String, StrategyRef> previous = store.loadPrevious();
    store.load().forEach((role, ref) -> roles.role(role).restore(ref, previous.get(role)));
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
