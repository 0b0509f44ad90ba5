package souk.customer.lib.uplift;

/** Learns uplift from a trial. Deterministic for one seed; safe for use by many threads. */
public interface UpliftLearner {
  /** Kebab case, unique among learners. */
  String id();

  /** Whether it can learn from outcomes other than 0 and 1. */
  default boolean anyOutcome() {
    return true;
  }

  UpliftModel learn(Trial trial, long seed);
}
