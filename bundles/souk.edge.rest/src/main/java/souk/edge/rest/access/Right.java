package souk.edge.rest.access;

import java.util.EnumSet;
import java.util.Set;

/** What a route asks of a key. */
public enum Right {
  /** On this machine anybody; from elsewhere any key. */
  OPEN(EnumSet.allOf(KeyRole.class)),
  /** Any key. */
  KEY(EnumSet.allOf(KeyRole.class)),
  /** To look at results. */
  READ(EnumSet.of(KeyRole.READER, KeyRole.MERCHANDISER, KeyRole.ADMIN)),
  /** To quote carts. */
  QUOTE(EnumSet.of(KeyRole.TILL, KeyRole.MERCHANDISER, KeyRole.ADMIN)),
  /** To run work, decide on plans and publish. */
  MERCHANDISE(EnumSet.of(KeyRole.MERCHANDISER, KeyRole.ADMIN)),
  /** To change the platform itself and to read files of its host. */
  ADMINISTER(EnumSet.of(KeyRole.ADMIN));

  private final Set<KeyRole> roles;

  Right(Set<KeyRole> roles) {
    this.roles = roles;
  }

  public boolean allows(KeyRole role) {
    return roles.contains(role);
  }
}
