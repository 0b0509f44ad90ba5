package souk.demand.lib.pooled;

/**
 * Lengths in steps.
 *
 * @param year steps of a year, such as 52 weeks or 364 days; 0 for none
 * @param cycle steps of the short season within, such as 7 days; 0 for none
 */
public record PooledTiming(int year, int cycle) {
  /** Weeks. */
  public static final PooledTiming WEEKS = new PooledTiming(52, 0);
}
