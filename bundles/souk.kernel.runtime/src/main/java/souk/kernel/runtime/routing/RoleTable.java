package souk.kernel.runtime.routing;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import souk.kernel.api.StrategyRef;

/** All roles by the simple name of their spi type. */
final class RoleTable {
  private final ConcurrentHashMap<String, Role> byName = new ConcurrentHashMap<>();

  /** The role of this name; comes into being when first asked for. */
  Role role(String name) {
    Role known = byName.get(name);
    return known != null ? known : byName.computeIfAbsent(name, Role::new);
  }

  Optional<Role> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<Slot> find(StrategyRef ref) {
    return find(ref.role()).flatMap(role -> role.view().find(ref));
  }

  Collection<Role> roles() {
    return byName.values();
  }
}
