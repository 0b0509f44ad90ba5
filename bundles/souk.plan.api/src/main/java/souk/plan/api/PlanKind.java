package souk.plan.api;

/** What a plan decides. */
public enum PlanKind {
  PRICE,
  PROMOTION
}
