package souk.plan.api;

/** Kind of a planned promotion. */
public enum PromotionType {
  /** A percentage off the chosen articles. */
  PERCENTAGE,
  /** A fixed amount off once the cart reaches a value. */
  THRESHOLD
}
