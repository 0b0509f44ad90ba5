package souk.demand.lib.response;

import java.util.List;

/**
 * Price response of many items.
 *
 * @param pooledSlope mean of the true slopes over items; 0 if none could be estimated
 * @param pooledError its standard error
 * @param betweenItems standard deviation of the true slopes between items
 * @param items in the order given
 */
public record ResponseFit(
    double pooledSlope, double pooledError, double betweenItems, List<ItemSlope> items) {
  /** Copies the list. */
  public ResponseFit {
    items = List.copyOf(items);
  }

  /** The item of this name. */
  public ItemSlope item(String id) {
    return items.stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no item " + id + "."));
  }
}
