package souk.customer.lib.rfm;

import souk.customer.lib.value.ValueClass;

/**
 * The ten named classes of the usual RFM grid: recency score by activity score (the rounded mean of
 * frequency and spend score).
 *
 * <pre>
 * activity  5   cannot lose  cannot lose  loyal           loyal           champions
 *           4   at risk      at risk      loyal           loyal           champions
 *           3   at risk      at risk      need attention  potential       potential
 *           2   hibernating  hibernating  about to sleep  potential       potential
 *           1   hibernating  hibernating  about to sleep  promising       new
 *               recency 1    2            3               4               5
 * </pre>
 *
 * <p>Source: the grid used by Putler and by most open RFM packages.
 */
public enum RfmClass {
  CHAMPIONS("champions", ValueClass.HIGH),
  LOYAL("loyal", ValueClass.HIGH),
  CANNOT_LOSE("cannot-lose", ValueClass.HIGH),
  POTENTIAL_LOYALISTS("potential-loyalists", ValueClass.ORDINARY),
  AT_RISK("at-risk", ValueClass.ORDINARY),
  NEED_ATTENTION("need-attention", ValueClass.ORDINARY),
  NEW("new", ValueClass.ORDINARY),
  PROMISING("promising", ValueClass.ORDINARY),
  ABOUT_TO_SLEEP("about-to-sleep", ValueClass.LOW),
  HIBERNATING("hibernating", ValueClass.LOW);

  private final String id;
  private final ValueClass valueClass;

  RfmClass(String id, ValueClass valueClass) {
    this.id = id;
    this.valueClass = valueClass;
  }

  /** Stable kebab-case identity, the key of the translated name. */
  public String id() {
    return id;
  }

  public ValueClass valueClass() {
    return valueClass;
  }

  /**
   * The class of a cell.
   *
   * @throws IllegalArgumentException if a score is outside 1–5
   */
  public static RfmClass of(int recencyScore, int activityScore) {
    if (recencyScore < 1 || recencyScore > 5 || activityScore < 1 || activityScore > 5) {
      throw new IllegalArgumentException(
          "Recency (%d) and activity (%d) scores must lie in 1–5."
              .formatted(recencyScore, activityScore));
    }
    if (recencyScore <= 2) {
      return activityScore == 5 ? CANNOT_LOSE : activityScore >= 3 ? AT_RISK : HIBERNATING;
    }
    if (activityScore >= 4) {
      return recencyScore == 5 ? CHAMPIONS : LOYAL;
    }
    if (recencyScore == 3) {
      return activityScore == 3 ? NEED_ATTENTION : ABOUT_TO_SLEEP;
    }
    if (activityScore >= 2) {
      return POTENTIAL_LOYALISTS;
    }
    return recencyScore == 5 ? NEW : PROMISING;
  }
}
