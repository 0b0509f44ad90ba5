package souk.learn.tensorflow.net;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import souk.learn.tensorflow.net.Weights.Start;

/** Parts that several networks are made of. */
final class Layers {
  private static final float EPSILON = 1e-5f;

  private final Ops tf;
  private final Weights weights;
  private final Dropout dropout;

  Layers(Ops tf, Weights weights, Dropout dropout) {
    this.tf = tf;
    this.weights = weights;
    this.dropout = dropout;
  }

  Ops tf() {
    return tf;
  }

  Operand<TFloat32> weight(String name, Start start, long... shape) {
    return weights.weight(name, true, start, shape);
  }

  Operand<TFloat32> dropped(Operand<TFloat32> x) {
    return dropout.apply(tf, x);
  }

  /** x·w + b for x of rows × in. */
  Operand<TFloat32> flat(String name, Operand<TFloat32> x, long in, long out) {
    return tf.math.add(
        tf.linalg.matMul(x, weight(name + ".w", Start.GLOROT, in, out)),
        weight(name + ".b", Start.ZERO, out));
  }

  /** x·w + b for each step of x, rows × steps × in. */
  Operand<TFloat32> steps(String name, Operand<TFloat32> x, int steps, int in, int out) {
    Operand<TFloat32> rows = tf.reshape(x, tf.constant(new int[] {-1, in}));
    return tf.reshape(flat(name, rows, in, out), tf.constant(new int[] {-1, steps, out}));
  }

  /** Each vector to mean 0 and deviation 1, then stretched. Ba, Kiros and Hinton 2016. */
  Operand<TFloat32> normal(String name, Operand<TFloat32> x, int width) {
    Operand<TInt32> last = tf.constant(new int[] {-1});
    Operand<TFloat32> mean = tf.math.mean(x, last, Mean.keepDims(true));
    Operand<TFloat32> off = tf.math.sub(x, mean);
    Operand<TFloat32> variance = tf.math.mean(tf.math.square(off), last, Mean.keepDims(true));
    Operand<TFloat32> unit =
        tf.math.mul(off, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
    return tf.math.add(
        tf.math.mul(unit, weight(name + ".gain", Start.ONE, width)),
        weight(name + ".shift", Start.ZERO, width));
  }

  /** Rows × steps × width of tokens: the sum of one vector per field. */
  Operand<TFloat32> table(Operand<TInt32> tokens, int[] vocabulary, int width) {
    List<Operand<TFloat32>> parts = new ArrayList<>();
    for (int f = 0; f < vocabulary.length; f++) {
      Operand<TInt32> field = tf.gather(tokens, tf.constant(f), tf.constant(2));
      parts.add(
          tf.gather(
              weight("table." + f, Start.TABLE, vocabulary[f], width), field, tf.constant(0)));
    }
    return parts.size() == 1 ? parts.get(0) : tf.math.addN(parts);
  }

  /** Steps one earlier; the last one is zero: what stands at t was at t + 1. */
  static Operand<TFloat32> ahead(Ops tf, Operand<TFloat32> mask, int steps) {
    Operand<TFloat32> later =
        tf.slice(mask, tf.constant(new int[] {0, 1}), tf.constant(new int[] {-1, steps - 1}));
    return tf.pad(later, tf.constant(new int[][] {{0, 0}, {0, 1}}), tf.constant(0f));
  }

  /** What the states of rows × steps × width hold at the last step of each row. */
  static Operand<TFloat32> last(
      Ops tf, Operand<TFloat32> states, Operand<TFloat32> mask, int steps) {
    Operand<TFloat32> end = tf.math.sub(mask, ahead(tf, mask, steps));
    return tf.reduceSum(
        tf.math.mul(states, tf.expandDims(end, tf.constant(2))),
        tf.constant(new int[] {1}),
        ReduceSum.keepDims(false));
  }
}
