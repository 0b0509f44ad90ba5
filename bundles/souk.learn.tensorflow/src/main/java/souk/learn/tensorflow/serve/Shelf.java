package souk.learn.tensorflow.serve;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Things that cost much to open, kept open while they are asked for. The one that rested longest
 * goes when there are too many, once nobody uses it. Safe for use by many threads.
 *
 * @param <V> what is kept
 */
final class Shelf<V> {
  private final Map<Object, Place<V>> places;
  private final int most;
  private final Consumer<V> closing;
  private long clock;
  private boolean closed;

  /**
   * @param places empty; says when two keys are the same
   */
  Shelf(Map<Object, Place<V>> places, int most, Consumer<V> closing) {
    this.places = places;
    this.most = most;
    this.closing = closing;
  }

  /**
   * One thing and who uses it.
   *
   * @param <V> what is kept
   */
  static final class Place<V> {
    private final V value;
    private int users;
    private long used;
    private boolean dropped;

    private Place(V value) {
      this.value = value;
    }
  }

  /**
   * Opens a thing.
   *
   * @param <V> what is opened
   */
  interface Opening<V> {
    V open() throws IOException;
  }

  /**
   * Uses a thing.
   *
   * @param <V> what is used
   * @param <R> what comes of it
   */
  interface Use<V, R> {
    R of(V value) throws IOException;
  }

  <R> R use(Object key, Opening<V> opening, Use<V, R> use) throws IOException {
    Place<V> place = lease(key, opening);
    try {
      return use.of(place.value);
    } finally {
      release(place);
    }
  }

  private synchronized Place<V> lease(Object key, Opening<V> opening) throws IOException {
    if (closed) {
      throw new IllegalStateException("The models were put away: this part of the platform stops.");
    }
    Place<V> place = places.get(key);
    if (place == null) {
      place = new Place<>(opening.open());
      places.put(key, place);
    }
    place.users++;
    place.used = ++clock;
    makeRoom();
    return place;
  }

  private void makeRoom() {
    while (places.size() > most) {
      Map.Entry<Object, Place<V>> rested = null;
      for (Map.Entry<Object, Place<V>> one : places.entrySet()) {
        if (rested == null || one.getValue().used < rested.getValue().used) {
          rested = one;
        }
      }
      if (rested == null) {
        return;
      }
      forget(rested.getKey());
    }
  }

  private synchronized void release(Place<V> place) {
    place.users--;
    closeUnused(place);
  }

  private void closeUnused(Place<V> place) {
    if (place.dropped && place.users == 0) {
      closing.accept(place.value);
    }
  }

  /** Puts a thing away, at once or when its last user is done. */
  synchronized void forget(Object key) {
    Place<V> place = places.remove(key);
    if (place != null) {
      place.dropped = true;
      closeUnused(place);
    }
  }

  synchronized void close() {
    closed = true;
    for (Object key : places.keySet().toArray()) {
      forget(key);
    }
  }
}
