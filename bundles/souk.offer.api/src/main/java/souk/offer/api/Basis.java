package souk.offer.api;

/** What an offer's effect and its minimum amounts are measured on. */
public enum Basis {
  /** Amounts before any offer: quantity × unit price of the price book. */
  LIST,
  /** What offers that come earlier in the order of application have left. */
  NET
}
