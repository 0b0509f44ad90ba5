package souk.model;

/**
 * Names one decision, so that every later figure can be traced back to it.
 *
 * @param value 1 to 200 visible characters
 */
public record DecisionId(String value) {
  public DecisionId {
    Keys.check("decision id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
