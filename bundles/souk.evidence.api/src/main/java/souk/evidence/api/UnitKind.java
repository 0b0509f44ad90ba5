package souk.evidence.api;

/** What is randomised. */
public enum UnitKind {
  SKU,
  CUSTOMER
}
