package souk.offer.lib.compiled;

/** How a set of offers is chosen among those whose conditions hold. */
public enum Selector {
  /** The allowed set that takes off the most; ties: fewer offers, then alphabetical ids. */
  BEST_FOR_CUSTOMER,
  /** One by one, highest priority first, then by id; each if it may stand beside those taken. */
  BY_PRIORITY
}
