package souk.learn.tensorflow.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import souk.learn.tensorflow.net.Weights;

/** Weights that are learned, and constants that are not. */
final class Variables implements Weights {
  private final Ops tf;
  private final long seed;
  private final Map<String, float[]> given;
  private final Map<String, float[]> fixed;
  private final boolean frozen;
  private final Map<String, Variable<TFloat32>> learned = new LinkedHashMap<>();
  private final Map<String, Stored> stored = new LinkedHashMap<>();

  /**
   * A weight with its values.
   *
   * @param shape lengths of its sides
   * @param values in row order
   */
  record Stored(long[] shape, float[] values) {}

  /**
   * @param given how weights of the body begin that are taken over
   * @param fixed weights that are never learned
   * @param frozen true if no weight of the body is learned
   */
  Variables(
      Ops tf, long seed, Map<String, float[]> given, Map<String, float[]> fixed, boolean frozen) {
    this.tf = tf;
    this.seed = seed;
    this.given = given;
    this.fixed = fixed;
    this.frozen = frozen;
  }

  @Override
  public Operand<TFloat32> weight(String name, boolean body, Start start, long... shape) {
    Variable<TFloat32> there = learned.get(name);
    if (there != null) {
      return there;
    }
    float[] own = fixed.get(name);
    boolean constant = own != null || (body && frozen);
    if (own == null) {
      own = body ? given.get(name) : null;
    }
    float[] values = own == null ? begin(name, start, shape) : own;
    if (values.length != Shape.of(shape).size()) {
      throw new IllegalArgumentException(
          "Weight %s has %d values for a place of %d.%nMaybe the model to start from has another form."
              .formatted(name, values.length, Shape.of(shape).size()));
    }
    stored.put(name, new Stored(shape, values));
    Operand<TFloat32> begins = tf.constant(Shape.of(shape), DataBuffers.of(values.clone()));
    if (constant) {
      return begins;
    }
    Variable<TFloat32> variable = tf.withName("learned." + name).variable(begins);
    learned.put(name, variable);
    return variable;
  }

  private float[] begin(String name, Start start, long[] shape) {
    float[] values = new float[(int) Shape.of(shape).size()];
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + name.hashCode());
    double within = shape.length == 2 ? Math.sqrt(6.0 / (shape[0] + shape[1])) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (start) {
            case ZERO -> 0;
            case ONE -> 1;
            case FORGET -> i / (values.length / 4) == 1 ? 1 : 0;
            case GLOROT -> (float) (within * (2 * random.nextDouble() - 1));
            case TABLE -> (float) (0.02 * normal(random));
          };
    }
    return values;
  }

  /** Box and Muller 1958. */
  private static double normal(SplittableRandom random) {
    return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
        * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  Map<String, Variable<TFloat32>> learned() {
    return learned;
  }

  /** All weights as they stand in the session. */
  Map<String, Stored> values(Session session) {
    Session.Runner runner = session.runner();
    learned.values().forEach(runner::fetch);
    Map<String, Stored> now = new LinkedHashMap<>(stored);
    if (learned.isEmpty()) {
      return now;
    }
    try (Result result = runner.run()) {
      int place = 0;
      for (String name : learned.keySet()) {
        long[] shape = Objects.requireNonNull(stored.get(name), name).shape();
        now.put(name, new Stored(shape, Feeds.floats((TFloat32) result.get(place++))));
      }
    }
    return now;
  }
}
