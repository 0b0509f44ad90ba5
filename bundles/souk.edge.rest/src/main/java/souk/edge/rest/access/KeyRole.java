package souk.edge.rest.access;

import java.util.Locale;

/** Roles of bearer keys; each role has one key. */
public enum KeyRole {
  READER,
  TILL,
  MERCHANDISER,
  ADMIN;

  /** Lower case; also the name of the key in the audit. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
