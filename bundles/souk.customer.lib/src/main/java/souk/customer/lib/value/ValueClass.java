package souk.customer.lib.value;

/** How much a customer is worth to the shop, in three steps. */
public enum ValueClass {
  HIGH("high-value"),
  ORDINARY("ordinary-value"),
  LOW("low-value");

  private final String id;

  ValueClass(String id) {
    this.id = id;
  }

  /** Stable kebab-case identity, the key of the translated name. */
  public String id() {
    return id;
  }
}
