package souk.edge.rest.access;

import java.util.Locale;

/** Roles of bearer keys. */
public enum KeyRole {
  READER,
  TILL,
  MERCHANDISER,
  ADMIN;

  /** Lower case; also the name in the audit of a key that belongs to nobody by name. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
