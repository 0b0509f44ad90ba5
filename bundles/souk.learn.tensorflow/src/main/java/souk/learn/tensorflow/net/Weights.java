package souk.learn.tensorflow.net;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Where the weights of a network come from: variables while it learns, constants afterwards. */
public interface Weights {
  /** How a weight begins. */
  enum Start {
    ZERO,
    ONE,
    /** Zero, but 1 in the second quarter: the forget gates of a long short-term memory. */
    FORGET,
    /** Uniform within the square root of 6 / (rows + columns). Glorot and Bengio 2010. */
    GLOROT,
    /** Normal with deviation 0.02, as is usual for tables of tokens. */
    TABLE
  }

  /**
   * The weight of that name; asked for once per graph.
   *
   * @param body false for a head, which is never taken over from another model
   */
  Operand<TFloat32> weight(String name, boolean body, Start start, long... shape);
}
