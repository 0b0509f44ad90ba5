package souk.trust.api;

/** Where a plan stands on its way to the shop. */
public enum ReviewState {
  PROPOSED,
  BLOCKED,
  APPROVED,
  REJECTED,
  PUBLISHED,
  UNDONE
}
