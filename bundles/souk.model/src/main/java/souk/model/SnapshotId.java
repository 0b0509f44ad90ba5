package souk.model;

/**
 * Names one immutable state of prices, offers and policies.
 *
 * @param value 1 to 200 visible characters
 */
public record SnapshotId(String value) {
  public SnapshotId {
    Keys.check("snapshot id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
