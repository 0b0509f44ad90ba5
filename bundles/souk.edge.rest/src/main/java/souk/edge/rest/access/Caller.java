package souk.edge.rest.access;

import souk.kernel.api.Actor;

/**
 * Who asks.
 *
 * @param actor the person, by the name of the key
 * @param admin true if the key has the role of an admin
 */
public record Caller(Actor actor, boolean admin) {
  static Caller anonymous() {
    return new Caller(new Actor("anonymous", "http"), false);
  }

  static Caller of(KeyName key) {
    return new Caller(new Actor(key.person(), "http"), key.role() == KeyRole.ADMIN);
  }
}
