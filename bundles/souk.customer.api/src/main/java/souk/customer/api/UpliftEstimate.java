package souk.customer.api;

import souk.model.Provenance;

/**
 * How much a treatment changes the expected outcome of each customer asked for. The array is shared
 * and must not be changed.
 */
public final class UpliftEstimate {
  private final double[] uplift;
  private final Provenance provenance;

  private UpliftEstimate(double[] uplift, Provenance provenance) {
    this.uplift = uplift;
    this.provenance = provenance;
  }

  /**
   * @param uplift one finite value per customer, in units of the outcome; below 0 the treatment
   *     does harm
   * @param provenance where it came from
   */
  public static UpliftEstimate of(double[] uplift, Provenance provenance) {
    return new UpliftEstimate(uplift, provenance);
  }

  /** The values themselves; not to be changed. */
  public double[] uplift() {
    return uplift;
  }

  public Provenance provenance() {
    return provenance;
  }
}
