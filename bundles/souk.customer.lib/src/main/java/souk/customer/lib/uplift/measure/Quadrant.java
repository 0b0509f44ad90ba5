package souk.customer.lib.uplift.measure;

/** The four kinds of customers a treatment meets. */
public enum Quadrant {
  /** The treatment makes them act. */
  PERSUADABLE("persuadable"),
  /** They act with or without it. */
  SURE_THING("sure-thing"),
  /** They do not act, with or without it. */
  LOST_CAUSE("lost-cause"),
  /** The treatment keeps them from acting. */
  SLEEPING_DOG("sleeping-dog");

  private final String id;

  Quadrant(String id) {
    this.id = id;
  }

  /** Stable kebab-case identity, the key of the translated name. */
  public String id() {
    return id;
  }

  /**
   * @param uplift of the customer
   * @param untreated expected outcome without treatment
   * @param least uplift that counts: more is persuadable, less than minus this a sleeping dog
   * @param usual expected outcome from which on those between are sure things
   */
  public static Quadrant of(double uplift, double untreated, double least, double usual) {
    if (uplift > least) {
      return PERSUADABLE;
    }
    if (uplift < -least) {
      return SLEEPING_DOG;
    }
    return untreated >= usual ? SURE_THING : LOST_CAUSE;
  }
}
