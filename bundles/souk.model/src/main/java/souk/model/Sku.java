package souk.model;

/**
 * Identifies a sellable article.
 *
 * @param value 1 to 200 visible characters
 */
public record Sku(String value) implements Comparable<Sku> {
  public Sku {
    Keys.check("SKU", value);
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
