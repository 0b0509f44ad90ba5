package souk.learn.api;

import java.util.List;

/**
 * What a model of others takes or gives under one name. Since 1.1.0.
 *
 * @param name as the model calls it
 * @param input true if it is taken, false if it is given
 * @param kind as the model calls it, for example {@code float32}
 * @param shape lengths of the sides, −1 where any length does
 */
public record ModelPort(String name, boolean input, String kind, List<Long> shape) {
  public ModelPort {
    shape = List.copyOf(shape);
  }
}
