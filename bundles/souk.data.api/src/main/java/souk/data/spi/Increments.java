package souk.data.spi;

import java.util.List;

/**
 * How a source that grows is read piece by piece.
 *
 * @param stream names what is read, apart from how: when it changes, the store starts again from
 *     the beginning. At most 4,000 characters; never holds a secret
 * @param key columns that name what one reading always hands over as a whole, for example the order
 *     id: if one line of an order is new or changed, all lines of that order come
 */
public record Increments(String stream, List<String> key) {
  public Increments {
    key = List.copyOf(key);
  }
}
