package souk.model;

/**
 * Identifies a customer by a pseudonym; never a name or an address.
 *
 * @param value 1 to 200 visible characters
 */
public record CustomerKey(String value) implements Comparable<CustomerKey> {
  public CustomerKey {
    Keys.check("customer key", value);
  }

  @Override
  public int compareTo(CustomerKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
